"""What the pages that are no claims measure and draw."""
