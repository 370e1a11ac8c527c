"""The branches of the guide: what a value can be, and its laws."""

from typing import NamedTuple

import numpy as np
from scipy import stats

Shape = tuple[np.ndarray, np.ndarray]


class Leaf(NamedTuple):
    """One branch; `shape` is drawn as bars or as a curve."""

    value: str
    law: str
    colour: str | None  # of the palette; None is ink
    shape: Shape
    bars: bool


def bars(law: object, last: int) -> Shape:
    """Counts and their probabilities."""
    k = np.arange(last + 1)
    return k, law.pmf(k)


def curve(law: object, low: float, high: float) -> Shape:
    """A density over a range."""
    x = np.linspace(low, high, 80)
    return x, law.pdf(x)


LEVEL = np.arange(24)
BELL = stats.logistic(9, 2.2)
GREYS = (LEVEL, BELL.cdf(LEVEL + 0.5) - BELL.cdf(LEVEL - 0.5))
NAMES = (np.arange(4), np.array([0.3, 0.5, 0.2, 0.4]))
PARTS = (np.arange(3), np.array([3.0, 5.0, 2.0]))
GROUPS: dict[str, tuple[Leaf, ...]] = {
    "separate values": (
        Leaf(
            "0 or 1",
            "Bernoulli",
            "bernoulli",
            bars(stats.bernoulli(0.7), 1),
            True,
        ),
        Leaf(
            "0 to n",
            "beta-binomial",
            "beta-binomial",
            bars(stats.betabinom(10, 0.7, 0.5), 10),
            True,
        ),
        Leaf(
            "0 to 255, at the ends",
            "beta-binomial",
            "beta-binomial",
            bars(stats.betabinom(23, 0.3, 0.4), 23),
            True,
        ),
        Leaf(
            "0 to 255, in between",
            "discretised\nlogistic",
            "discretised-logistic",
            GREYS,
            True,
        ),
        Leaf(
            "0, 1, 2, … no end",
            "negative\nbinomial",
            None,
            bars(stats.nbinom(2, 0.22), 24),
            True,
        ),
        Leaf(
            "one of K names", "categorical", "categorical", NAMES, True
        ),
    ),
    "any value of a range": (
        Leaf(
            "no ends",
            "Gaussian,\nlearned σ",
            "gaussian",
            curve(stats.norm(), -3.2, 3.2),
            False,
        ),
        Leaf(
            "above 0",
            "log-normal\nor gamma",
            None,
            curve(stats.lognorm(0.7), 0, 5),
            False,
        ),
        Leaf(
            "0 to 1", "beta", None, curve(stats.beta(2, 4), 0, 1), False
        ),
    ),
    "parts of a whole": (
        Leaf(
            "counts, total known",
            "Dirichlet-\nmultinomial",
            None,
            PARTS,
            True,
        ),
        Leaf("shares that add to 1", "Dirichlet", None, PARTS, False),
    ),
    "several of these": (),
}
