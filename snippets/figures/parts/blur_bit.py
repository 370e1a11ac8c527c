"""The best picture of a stroke, from small variances to large."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    FAMILY,
    PX,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.blur_toy import stroke
from snippets.figures.parts.panels import image, place, size
from snippets.measures.stroke import best_difference, variance_for

END = 0.6  # of the axis: variance per pixel of the stroke
SHOWN = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
NAMES = {"bernoulli": "cross-entropy", "gaussian": "squared error"}


def pictures(
    fig: Figure, top: float, place_of, law: str, side: float
) -> None:
    """The best picture at each variance shown."""
    for variance in SHOWN:
        ink = 1.0
        if law == "gaussian":
            ink = (1 + best_difference(1, variance)) / 2
        left = place_of(variance) - side / 2
        ax = place(fig, (left, top, side, side))
        image(ax, stroke(ink, 1 - ink), 0)
        ax.spines[:].set_linewidth(PX)


def curves(ax: Axes) -> None:
    """The difference in ink between both places, for both losses."""
    rising = np.linspace(0.9999, 1e-3, 300)
    variances = [variance_for(each) for each in rising]
    ax.plot([0, *variances, END], [1, *rising, 0], **line("gaussian"))
    ax.plot([0, END], [1, 1], **line("bernoulli"))
    # Where no curve runs: below the one, and right of the other.
    at = {
        "bernoulli": (END, 0.93, "right"),
        "gaussian": (0.2, 0.6, "left"),
    }
    for law, (x, y, side) in at.items():
        colour = FAMILY[law][0]
        ax.text(x, y, NAMES[law], color=colour, ha=side, va="top")


def bit(fig: Figure, narrow: bool) -> None:
    """Pictures above, the curve below, on one axis."""
    across, down = size(fig)
    left, right = (34, 26) if narrow else (40, 34)
    width = across - left - right
    side = 40 if narrow else 60

    def place_of(variance: float) -> float:
        return left + width * variance / END

    for index, law in enumerate(NAMES):
        top = 24 + index * (side + 30)
        fig.text(
            0,
            1 - (top - 8) / down,
            NAMES[law],
            color=FAMILY[law][0],
        )
        pictures(fig, top, place_of, law, side)
    top = 24 + 2 * (side + 30) + 30
    ax = place(fig, (left, top, width, down - top - 56))
    curves(ax)
    ax.set_xlim(0, END)
    ax.set_ylim(0, 1)
    ax.set_yticks([0, 0.5, 1], ["0", "½", "1"])
    range_frame(ax)
    axes_labels(
        ax, "σ²/n, variance per pixel of the stroke", "difference d"
    )
