"""What one value can be: the sample space, seen from all values."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

GRID = 1024  # finest grid that is taken for grey levels
ABOVE = 10  # values above the largest that a going-on tail would give
EXACT = 2**24  # float32 holds every whole number up to this one
NEAR = 0.9  # a share comes this close to 1
OFF = 0.02  # of a grid step, what printing with few digits may cost

BINARY, COUNTS, UNBOUNDED = "binary", "counts", "unbounded"
UNIT, POSITIVE, REAL = "unit", "positive", "real"
WHOLE = (BINARY, COUNTS, UNBOUNDED)
SPACES = {
    BINARY: "0 or 1",
    COUNTS: "a whole number from 0 to {levels}",
    UNBOUNDED: "a whole number from 0 on, without end",
    UNIT: "a real number from 0 to 1",
    POSITIVE: "a real number above 0",
    REAL: "any real number",
}

Values = Float[np.ndarray, "*shape"]


@dataclass(frozen=True)
class Space:
    """Its name; `levels` is the largest count, 0 if there is none."""

    name: str
    levels: int = 0

    def __str__(self) -> str:
        """What a value can be."""
        return SPACES[self.name].format(levels=self.levels)


def is_whole(x: Values) -> bool:
    """Whether these are counts, small enough to be held exactly."""
    counts = (x >= 0) & (x == x.round()) & (x <= EXACT)
    return bool(counts.all())


def expected_above(x: Values) -> float:
    """How many values above the largest, if the tail just went on.

    With c values at the largest and b one below, the tail falls by
    c / b a step: c (c/b + (c/b)^2 + ...). Infinite where c >= b.
    """
    largest = x.max()
    last, before = (x == largest).sum(), (x == largest - 1).sum()
    if last >= before:
        return float("inf") if last >= ABOVE else 0.0
    return float(last**2 / (before - last))


def of_counts(x: Values) -> Space:
    """Binary, up to an end where values pile up, or without end."""
    largest = int(x.max())
    if largest <= 1:
        return Space(BINARY, 1)
    if expected_above(x) >= ABOVE:
        return Space(COUNTS, largest)
    return Space(UNBOUNDED)


def of_reals(x: Values, alike: bool) -> str:
    """By the range; `alike`: all real columns are within 0 and 1.

    Beside columns that are not, one that stays far below 1 is a small
    number rather than a share.
    """
    shares = x.min() >= 0 and x.max() <= 1
    if shares and (alike or x.max() > NEAR):
        return UNIT
    return POSITIVE if x.min() > 0 else REAL


def steps(x: Values) -> int:
    """n, if all values are whole numbers divided by n; else 0."""
    each = np.unique(x)
    if not 2 < len(each) <= GRID + 1 or each[0] < 0 or each[-1] > 1:
        return 0
    n = round(1 / np.diff(each).min())
    scaled = each * n
    near = np.abs(scaled - scaled.round()).max() < OFF
    return n if n <= GRID and near else 0


def columns(
    x: Float[np.ndarray, "row column"],
) -> list[tuple[Space, list[int]]]:
    """Columns that share a sample space, in the order of SPACES.

    Pixels share one even where a border pixel is only ever 0 or 1: if
    most columns reach the same largest count, all are alike.
    """
    found: dict[str, list[int]] = {name: [] for name in SPACES}
    whole = [j for j in range(x.shape[1]) if is_whole(x[:, j])]
    real = sorted(set(range(x.shape[1])) - set(whole))
    shares = (x[:, real] >= 0).all() and (x[:, real] <= 1).all()
    for j in real:
        found[of_reals(x[:, j], bool(shares))].append(j)
    if whole:
        largest = x[:, whole].max(0)
        alike = 2 * (largest == largest.max()).sum() > len(whole)
        for j in whole:
            few = x[:, j].max() <= 1 and not alike
            found[BINARY if few else COUNTS].append(j)
    return [(named(x, n, at), at) for n, at in found.items() if at]


def named(
    x: Float[np.ndarray, "row column"], name: str, at: list[int]
) -> Space:
    """The space of a group of columns, with its end if it has one."""
    return of_counts(x[:, at]) if name in WHOLE else Space(name)
