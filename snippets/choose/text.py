"""Comma-separated values, read strictly: numpy refuses ragged rows."""

import csv
import io
import re
import warnings
from pathlib import Path

import numpy as np

from snippets.choose.table import Refused, Table, fits, short

MARKS = ",;\t"
MISSING = re.compile(r"could not convert string '\s*' ")
RAGGED = re.compile(r"columns changed from (\d+) to (\d+) at row (\d+)")
WORD = re.compile(r"string (.*) to float64 at row (\d+), column (\d+)")


def from_csv(path: Path, free: int) -> Table:
    """A first line with anything but numbers is taken as names."""
    # Two characters are the least that a number can take.
    fits(path.stat().st_size // 2, free)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            "it is not text in UTF-8: save it as CSV again"
        ) from None
    if not text.strip():
        raise Refused("it is empty: give rows of data")
    first, _, rest = text.lstrip("\r\n").partition("\n")
    mark = max(MARKS, key=first.count)
    head = cells(first, mark)
    if all(number(cell) for cell in head):
        names = tuple(str(1 + place) for place in range(len(head)))
        return Table(
            parsed(text, mark, 1), names, str(path), (len(head),)
        )
    return named(head, parsed(rest, mark, 2), str(path))


def named(head: list[str], values: np.ndarray, source: str) -> Table:
    """Under its names. Refused if there are more or fewer of them."""
    if values.size and values.shape[1] != len(head):
        raise Refused(
            f"its first line has {len(head)} names, and its rows"
            f" {values.shape[1]} values: give each column a name"
        )
    mixed = any(number(cell) and cell.strip() for cell in head)
    note = "The first line, part names and part numbers, is no row."
    names = tuple(short(cell) or "unnamed" for cell in head)
    notes = (note,) if mixed else ()
    return Table(values, names, source, (len(head),), notes)


def cells(line: str, mark: str) -> list[str]:
    """The parts of one line. Refused if its quotes are broken."""
    try:
        found = next(csv.reader(io.StringIO(line), delimiter=mark), [])
    except csv.Error as error:
        raise Refused(f"its first line is no CSV: {error}") from None
    return found or [""]


def number(cell: str) -> bool:
    """Whether it is a number, or missing."""
    try:
        float(cell or 0)
    except ValueError:
        return not cell.strip()
    return True


def parsed(text: str, mark: str, first: int) -> np.ndarray:
    """[row, column]; `first` is the number of the first line."""
    try:
        with warnings.catch_warnings():
            # numpy warns where there is nothing; `checked` says so.
            warnings.simplefilter("ignore", UserWarning)
            return np.loadtxt(
                io.StringIO(text),
                delimiter=mark,
                comments=None,
                quotechar='"',
                ndmin=2,
            )
    except (ValueError, OverflowError) as error:
        raise Refused(explained(str(error), first)) from None


def explained(error: str, first: int) -> str:
    """numpy's error in words; its rows begin at 0, or at 1."""
    if found := RAGGED.search(error):
        before, after, row = map(int, found.groups())
        return (
            f"row {row} of its numbers has {after} values, and the rows"
            f" before have {before}: give all rows the same"
        )
    if found := WORD.search(error):
        text, row, column = found.groups()
        where = f"row {int(row) + 1}, column {column}"
        if MISSING.search(error):
            return (
                f"values are missing, the first in {where}: fill them"
                " in, or leave their rows out"
            )
        return (
            f"{short(text)} in {where} is no number: code each name as"
            " a column of 0 and 1"
        )
    return f"it cannot be read as CSV: {short(error)}"
