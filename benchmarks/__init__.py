"""Speed, measured beside something else and printed as a ratio."""
