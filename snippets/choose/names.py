"""Columns, counted and named in a sentence."""

NAMED = 3  # columns that a doubt names


def columns(count: int, one: str = "column") -> str:
    """1 column, 2 columns."""
    return f"{count:,} {one}{'' if count == 1 else 's'}"


def listed(names: list[str]) -> str:
    """The first few names, and how many more."""
    more = len(names) - NAMED
    said = ", ".join(names[:NAMED])
    return f"{said} and {more} more" if more > 0 else said
