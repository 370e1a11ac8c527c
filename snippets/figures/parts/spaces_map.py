"""The plane of codes, and the coins that its points stand for."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path

from snippets.build.style import INK, MUTED, PAPER, PX

LETTERS = "ABCDE"
# Left, top, width and height in pixels.
PLANE = {False: (24, 40, 360, 360), True: (24, 34, 300, 300)}
HEIGHTS = (430, 568)
FRAME = ((-3.6, 5.0), (-4.3, 4.3))  # few codes lie farther out
KAPPA = 0.5523  # puts a circle's quarter into one Bézier curve
QUARTERS = np.array(
    [
        *[(1, 0), (1, KAPPA), (KAPPA, 1), (0, 1)],
        *[(-KAPPA, 1), (-1, KAPPA), (-1, 0)],
        *[(-1, -KAPPA), (-KAPPA, -1), (0, -1)],
        *[(KAPPA, -1), (1, -KAPPA), (1, 0)],
    ]
)


def ellipses(loc: np.ndarray, scale: np.ndarray) -> Path:
    """[image, 2] twice -> one path of all: half the bytes of many."""
    points = loc[:, None] + scale[:, None] * QUARTERS
    codes = [Path.MOVETO, *[Path.CURVE4] * (len(QUARTERS) - 1)]
    return Path(points.reshape(-1, 2), codes * len(loc))


def outside_the_frame(loc: np.ndarray) -> int:
    """How many of the codes [image, 2] the plane does not show."""
    low, high = np.array(FRAME).T
    return int(((loc < low) | (loc > high)).any(1).sum())


def prior(ax: Axes) -> None:
    """Circles of one and of two standard deviations, with names."""
    for radius in (1, 2):
        edge = Circle((0, 0), radius, fill=False, edgecolor=INK)
        edge.set_linewidth(1.5 * PX)
        ax.add_patch(edge)
        ax.annotate(
            f"{radius} sd",
            (0, -radius),
            ha="center",
            va="center",
            size=12 * PX,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1},
        )


def letter(ax: Axes, name: str, at: np.ndarray) -> None:
    """A bold letter beside a point of the plane."""
    ax.annotate(
        name,
        at,
        xytext=(9 * PX, 0),
        textcoords="offset points",
        va="center",
        weight="bold",
        size=15 * PX,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.5},
    )


def codes(ax: Axes, found: dict) -> None:
    """All posteriors thin, the chosen ones bold, the point z = 0."""
    loc, scale, chosen = found["loc"], found["scale"], found["chosen"]
    thin = {"facecolor": "none", "edgecolor": MUTED, "lw": 0.7 * PX}
    bold = {"facecolor": "none", "edgecolor": INK, "lw": 2.5 * PX}
    ax.add_patch(PathPatch(ellipses(loc, scale), **thin))
    prior(ax)
    path = ellipses(loc[chosen], scale[chosen])
    ax.add_patch(PathPatch(path, **bold))
    ax.plot(0, 0, "+", color=INK, markersize=9 * PX)
    points = [*loc[chosen], np.zeros(2)]
    for name, at in zip(LETTERS, points, strict=True):
        letter(ax, name, at)
    ax.set(xlim=FRAME[0], ylim=FRAME[1])
    ax.set_xticks([-2, 0, 2, 4], ["−2", "0", "2", "4"])
    ax.set_yticks([-4, -2, 0, 2, 4], ["−4", "−2", "0", "2", "4"])


def boxes(narrow: bool) -> list[tuple[tuple, tuple]]:
    """Where each letter's image and its coins stand."""
    if narrow:
        left = [24 + 61 * column for column in range(5)]
        return [((a, 418, 56, 56), (a, 504, 56, 56)) for a in left]
    top = [40 + 73 * row for row in range(5)]
    return [((430, a, 68, 68), (512, a, 68, 68)) for a in top]


def name_of_row(ax: Axes, name: str, narrow: bool) -> None:
    """The letter, over its column or left of its row."""
    at, how = ((0.5, 1), "center") if narrow else ((0, 0.5), "right")
    ax.annotate(
        name,
        at,
        xycoords="axes fraction",
        xytext=(0, 5 * PX) if narrow else (-8 * PX, 0),
        textcoords="offset points",
        ha=how,
        va="bottom" if narrow else "center",
        weight="bold",
        size=15 * PX,
    )
