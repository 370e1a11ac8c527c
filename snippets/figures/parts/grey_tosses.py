"""A grey image, some of its tosses, and what all of them cost."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    INK,
    PX,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.panels import above, image, place, size
from snippets.words import fixed

BORDER = 2  # empty rows and columns on each side of the digit
GAP = 14
NAME = 26  # pixels for what stands above a panel
BINS = 50


def strip(found: dict, fig: Figure, narrow: bool) -> float:
    """The grey image and its first tosses; gives where they end."""
    count = 3 if narrow else len(found["maps"]) - 3
    side = (size(fig)[0] - (count - 1) * GAP) / count
    grey, *tossed = found["maps"][[0, *range(4, 3 + count)]]
    names = [
        f"{fixed(cost, 1)} nats" for cost in found["costs"][: count - 1]
    ]
    panels = zip((grey, *tossed), ("grey", *names), strict=False)
    for index, (pixels, name) in enumerate(panels):
        box = (index * (side + GAP), NAME, side, side)
        ax = place(fig, box)
        image(ax, pixels, BORDER)
        above(ax, name)
    return NAME + side


def histogram(ax: Axes, found: dict) -> None:
    """How many tosses cost how much, and where their mean lies."""
    counts, edges = np.histogram(found["costs"], bins=BINS)
    style = line("bernoulli", linestyle="-")
    ax.stairs(counts, edges, color=style["color"], lw=1.5 * PX)
    total = found["floor"] + found["excess"]
    top = counts.max() * 1.08
    ax.plot([total, total], [0, top], color=INK, lw=1.5 * PX)
    ax.annotate(
        f"the grey cross-entropy, {fixed(total, 1)} nats",
        (total, top),
        xytext=(0, 5 * PX),
        textcoords="offset points",
        ha="center",
        va="bottom",
    )
    ax.set_ylim(0, top)
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)


def tossed(found: dict, fig: Figure, narrow: bool) -> None:
    """Examples above, all of the tosses below."""
    across, down = size(fig)
    top = strip(found, fig, narrow) + 52
    ax = place(fig, (4, top, across - 8, down - top - 52))
    histogram(ax, found)
    range_frame(ax)
    axes_labels(ax, "cost of one toss, nats", "")
