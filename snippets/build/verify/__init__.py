"""Whether a second build gives the same bytes: `make verify`."""
