"""Where the links of our texts lead."""
