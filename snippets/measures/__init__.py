"""What several files of one claim measure."""
