"""What may be wrong with data, or with what was taken for granted."""

from collections.abc import Iterator

import numpy as np
from jaxtyping import Float

from snippets.choose.far import FAR, far_out
from snippets.choose.names import columns, listed
from snippets.choose.spaces import (
    BINARY,
    POSITIVE,
    REAL,
    UNBOUNDED,
    UNIT,
    Space,
)

SPIKE = 0.05  # share of one and the same real value
RARE = 0.01  # share of rows that differ from the commonest value
NARROW = 0.8  # variance over mean
FEW = 4  # columns: no more than a code has numbers

Values = Float[np.ndarray, "row column"]


def commonest(x: Values) -> Float[np.ndarray, " column"]:
    """The share of the commonest value of each column."""
    most = [np.unique(c, return_counts=True)[1].max() for c in x.T]
    return np.array(most) / len(x)


def of_rows(x: Values) -> Iterator[str]:
    """Rows that come twice; columns that only count the rows."""
    rows, wide = x.shape
    twice = rows - len(np.unique(x, axis=0))
    if twice and wide > 1:
        yield (
            f"{twice:,} of {rows:,} rows repeat another row: rows that"
            " are compared may have been seen in training"
        )
    if rows < 10 * wide:
        yield (
            f"{rows:,} rows for {columns(wide)} are few: laws with"
            " more free numbers are at a disadvantage"
        )


def of_columns(x: Values, names: list[str]) -> Iterator[str]:
    """Columns that carry little, or nothing but an order."""
    steps = np.diff(x, axis=0)
    counted = (np.abs(steps) == 1).all(0) & (steps == steps[0]).all(0)
    index = [names[j] for j in np.flatnonzero(counted)]
    if index:
        yield (
            f"column {listed(index)} counts the rows: leave it out,"
            " it is a name and no measurement"
        )
    rare = np.flatnonzero(commonest(x) > 1 - RARE)
    if len(rare):
        yield (
            f"{columns(len(rare))} hardly ever change"
            f" ({listed([names[j] for j in rare])}): what they cost"
            " hangs on a few rows"
        )


def of_space(
    x: Values, names: list[str], space: Space
) -> Iterator[str]:
    """What the values say against the space that was seen."""
    if x.shape[1] <= FEW and space.name != BINARY:
        yield (
            f"{columns(x.shape[1])} can hardly tell laws apart: a code"
            " of as many numbers does what the spread of a law should"
        )
    far = far_out(x, space) > FAR
    if space.name in (POSITIVE, REAL, UNBOUNDED) and far.any():
        row, column = np.argwhere(far)[0]
        yield (
            f"{far.sum():,} values lie far out, the first in row"
            f" {row + 1}, column {names[column]} ({x[row, column]:g}):"
            " a slip, or a law with heavier tails?"
        )
    if space.name in (UNIT, POSITIVE, REAL):
        yield from of_density(x, names)
    if space.name == UNBOUNDED:
        yield from of_scatter(x)


def of_density(x: Values, names: list[str]) -> Iterator[str]:
    """A density gives no probability to any one value."""
    spikes = np.flatnonzero(commonest(x) > SPIKE)
    if len(spikes):
        yield (
            f"in {columns(len(spikes))} one value comes again and again"
            f" ({listed([names[j] for j in spikes])}): a density can"
            " be as high as it likes there, so mind the ranking"
        )
    whole = np.flatnonzero((x == x.round()).all(0))
    if len(whole):
        yield (
            f"{columns(len(whole))} of whole numbers, some below 0 or"
            " very large, are treated as real"
        )


def of_scatter(x: Values) -> Iterator[str]:
    """Variance and mean of the counts, at the median column."""
    ratio = float(np.median(x.var(0) / x.mean(0)))
    said = f"variance / mean is {ratio:.2f} at the median column"
    if ratio < NARROW:
        yield (
            f"{said}, below a Poisson's 1: if the counts have an end,"
            " say so with --levels"
        )
