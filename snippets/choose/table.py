"""What every reader gives, and how a file is refused."""

import os
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

LEAST_ROWS = 50  # a fifth of them must give a standard error
COPIES = 6  # of the data in memory at once, in eight bytes a value
SHOWN = 60  # characters of a name that an error repeats


class Refused(ValueError):
    """These data cannot be handled; one line says what to do."""


@dataclass(frozen=True)
class Table:
    """Numbers, the names of the columns, and where they are from."""

    values: Float[np.ndarray, "row column"]
    names: tuple[str, ...]
    source: str
    shape: tuple[int, ...]  # of one row: (28, 28) for an image
    notes: tuple[str, ...] = ()  # what the reader was unsure of


def memory() -> int:
    """Bytes that are free; a system that does not tell has 4 GiB."""
    try:
        pages = os.sysconf("SC_AVPHYS_PAGES")
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return 4 * 2**30


def fits(numbers: int, free: int) -> None:
    """Refused unless some copies of so many numbers fit."""
    need = 8 * COPIES * numbers
    if need > free:
        raise Refused(
            f"{numbers:,} numbers need about {need / 2**20:,.0f} MiB of"
            f" memory and {free / 2**20:,.0f} MiB are free: give fewer"
            " rows, say every tenth"
        )


def checked(table: Table) -> Table:
    """The same table; Refused where nothing can be learned from it."""
    values = table.values
    if values.size == 0:
        raise Refused("there are no numbers in it: give rows of data")
    if np.isnan(values).any():
        raise Refused(
            f"values are missing, the first in {place(values, table)}:"
            " fill them in, or leave their rows out"
        )
    if not np.isfinite(values).all():
        raise Refused(
            f"a value is infinite, in {place(values, table)}:"
            " look for a division by zero"
        )
    return long_enough(table)


def long_enough(table: Table) -> Table:
    """Refused below a number of rows, or if all rows are the same."""
    rows = len(table.values)
    if rows < LEAST_ROWS:
        found = "is only one row" if rows == 1 else f"are {rows} rows"
        raise Refused(
            f"there {found}; at least {LEAST_ROWS} are needed, to train"
            " on some and compare on others"
        )
    if (table.values == table.values[0]).all():
        raise Refused(
            "every column is constant: there is nothing to learn"
        )
    return table


def place(values: Float[np.ndarray, "row column"], table: Table) -> str:
    """Where the first number that is none stands, counted from 1."""
    row, column = np.argwhere(~np.isfinite(values))[0]
    return f"row {row + 1}, column {short(table.names[column])}"


def short(name: object) -> str:
    """One line, not too long, that anything can be shown in."""
    text = " ".join(str(name).split())
    text = "".join(c if c.isprintable() else "?" for c in text)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
