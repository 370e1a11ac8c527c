"""A table becomes parts, one sample space each, and doubts."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from snippets.choose import doubts, spaces
from snippets.choose.spaces import COUNTS, UNIT, WHOLE, Space
from snippets.choose.table import Refused, Table


@dataclass(frozen=True)
class Part:
    """Columns that share a sample space."""

    space: Space
    values: Float[np.ndarray, "row column"]
    names: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """All parts; `dead` are the columns that never change."""

    table: Table
    parts: tuple[Part, ...]
    dead: tuple[str, ...]
    doubts: tuple[str, ...]


def look(
    table: Table, space: str | None = None, levels: int | None = None
) -> Seen:
    """Sample spaces as seen, or as told. Raises Refused."""
    varies = table.values.max(0) > table.values.min(0)
    x = table.values[:, varies]
    names = np.array(table.names)[varies]
    if levels is not None:
        space = COUNTS
    found, x, notes = seen(x, space, levels)
    parts = [part(x[:, at], each, names[at]) for each, at in found]
    said = [*table.notes, *notes, *doubts.of_rows(x)]
    said += doubts.of_columns(x, list(names))
    dead = tuple(str(n) for n in np.array(table.names)[~varies])
    return Seen(table, tuple(parts), dead, tuple(said))


def seen(
    x: Float[np.ndarray, "row column"],
    space: str | None,
    levels: int | None,
) -> tuple[list, Float[np.ndarray, "row column"], list[str]]:
    """Spaces with their columns, the values, and what was undone."""
    every = list(range(x.shape[1]))
    if space is not None:
        return [(told(x, space, levels), every)], x, []
    n = spaces.steps(x)
    if n:
        note = (
            f"all values are whole numbers divided by {n}, and are"
            f" read as counts out of {n}; if they were measured as"
            " shares, say --space unit"
        )
        return [(Space(COUNTS, n), every)], (x * n).round(), [note]
    return spaces.columns(x), x, []


def told(
    x: Float[np.ndarray, "row column"], space: str, levels: int | None
) -> Space:
    """The space that is named. Refused if a value is not in it."""
    levels = levels or int(max(x.max(), 1))
    wanted = Space(space, 1 if space == "binary" else levels)
    outside = ~inside(x, wanted)
    if outside.any():
        found = x[outside][0]
        raise Refused(
            f"the value {found:g} is not {wanted}: leave --space and"
            " --levels out to see what the values look like"
        )
    return wanted


def inside(
    x: Float[np.ndarray, "row column"], space: Space
) -> np.ndarray:
    """Which values the space holds."""
    held = np.ones(x.shape, dtype=bool)
    if space.name in WHOLE:
        held &= (x >= 0) & (x == x.round()) & (x <= spaces.EXACT)
    if space.name in ("binary", COUNTS):
        held &= x <= space.levels
    if space.name == UNIT:
        held &= (x >= 0) & (x <= 1)
    if space.name == "positive":
        held &= x > 0
    return held


def part(
    values: Float[np.ndarray, "row column"],
    space: Space,
    names: np.ndarray,
) -> Part:
    """With its own doubts."""
    known = [str(name) for name in names]
    said = tuple(doubts.of_space(values, known, space))
    return Part(space, values, tuple(known), said)
