"""What each claim publishes under docs/generated, by name."""

DATA = "data.json"
CODE = "code.txt"
