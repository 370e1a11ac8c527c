"""Everything the site shows, runs and measures."""
