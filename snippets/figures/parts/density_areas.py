"""Curves in unit squares, and the area below any of them."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import (
    MUTED,
    PX,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.panels import above, place, size
from snippets.words import fixed

BLUE = FAMILY["bernoulli"][0]
TOP = 34  # pixels above the squares
GAP = 28  # between two squares
BOLD = {"color": BLUE, "weight": "bold"}


def square(
    ax: Axes, m: float, curve: list[float], area: float, large: float
) -> None:
    """One curve in a square of area 1, and the area below it."""
    x = np.linspace(0, 1, len(curve))
    ax.fill_between(x, curve, color=BLUE, alpha=0.25, linewidth=0)
    ax.plot(x, curve, clip_on=False, **line("bernoulli"))
    ax.set(xlim=(0, 1), ylim=(0, 1), xticks=[0, 1], yticks=[])
    ax.spines[:].set_visible(True)
    ax.spines[:].set_color(MUTED)
    ax.tick_params(length=0)
    above(ax, f"m = {m:g}")
    ax.text(0.95, 0.95, "square: 1", ha="right", va="top", color=MUTED)
    ax.text(0.06, 0.05, fixed(area, 2), size=large, **BOLD)


def any_m(ax: Axes, found: dict) -> None:
    """The area against m, under the line that a density keeps to."""
    ax.plot([0, 1], [1, 1], color=MUTED, linewidth=1 * PX)
    ax.annotate(
        "any density",
        (1, 1),
        xytext=(0, -4 * PX),
        textcoords="offset points",
        ha="right",
        va="top",
        color=MUTED,
    )
    ax.plot(
        found["m"], found["area"], clip_on=False, **line("bernoulli")
    )
    areas = found["areas"]
    dots = [list(areas), list(areas.values())]
    ax.plot(*dots, "o", color=BLUE, clip_on=False)
    ax.annotate(
        "exp(−cross-entropy)",
        (0.5, 0.5),
        xytext=(0, 8 * PX),
        textcoords="offset points",
        ha="center",
        color=BLUE,
    )
    ax.set(xlim=(0, 1), ylim=(0, 1), yticks=[0, 0.5, 1])
    range_frame(ax)
    axes_labels(ax, "m", "area under the curve")


def areas(found: dict, fig: Figure, narrow: bool) -> None:
    """Three squares in a row, and below them the area for every m."""
    across, down = size(fig)
    gap = GAP / 2 if narrow else GAP
    curves = found["curves"]
    large = (13 if narrow else 17) * PX
    side = (across - 4 - (len(curves) - 1) * gap) / len(curves)
    for number, (m, curve) in enumerate(curves.items()):
        box = (2 + number * (side + gap), TOP, side, side)
        square(place(fig, box), m, curve, found["areas"][m], large)
    left = 36
    top = TOP + side + 82
    box = (left, top, across - left - 8, down - top - 52)
    any_m(place(fig, box), found)
