"""The costs of some pixels, laid end to end."""

import math

from matplotlib.axes import Axes

from snippets.build.style import INK, PAPER, PX, line
from snippets.words import fixed

Hand = tuple[tuple[float, float], ...]  # each pixel: x, m


def costs(hand: Hand) -> list[float]:
    """Minus the logarithm of the probability of what came."""
    return [-math.log(m if x else 1 - m) for x, m in hand]


def pixel(ax: Axes, x: float, at: tuple[float, float]) -> None:
    """A square: filled for ink, open for paper."""
    look = {"color": INK, "markerfacecolor": INK if x else PAPER}
    ax.plot(*at, "s", ms=10 * PX, zorder=3, clip_on=False, **look)


def segment(ax: Axes, left: float, cost: float) -> None:
    """One cost as a piece of a bar, its nats inside."""
    ax.barh(
        0,
        cost,
        left=left,
        height=1,
        color=line("bernoulli")["color"],
        edgecolor=PAPER,
        linewidth=2 * PX,
    )
    middle = {"ha": "center", "va": "center", "color": PAPER}
    ax.text(left + cost / 2, 0, fixed(cost, 3), **middle)


def total(each: list[float], narrow: bool) -> str:
    """The sum, and the product behind it."""
    chances = " × ".join(fixed(math.exp(-cost), 1) for cost in each)
    product = fixed(math.exp(-sum(each)), 3)
    return (
        f"together {fixed(sum(each), 3)} nats"
        f"{chr(10) if narrow else ' '}"
        f"= −log({chances}) = −log {product}"
    )


def strip(ax: Axes, hand: Hand, narrow: bool) -> None:
    """The pieces, a pixel above each, the sum below."""
    each = costs(hand)
    left = 0.0
    for (x, _), cost in zip(hand, each, strict=True):
        segment(ax, left, cost)
        pixel(ax, x, (left + cost / 2, 0.85))
        left += cost
    ax.set(xlim=(0, left), ylim=(-0.5, 0.5))
    ax.set_axis_off()
    ax.annotate(
        total(each, narrow),
        (0, 0),
        xycoords="axes fraction",
        xytext=(0, -8 * PX),
        textcoords="offset points",
        va="top",
        linespacing=1.35,
    )
