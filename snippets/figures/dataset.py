"""One digit under each view, and one pixel of it."""

import textwrap

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from snippets.build.style import INK, PAPER, PX, chart
from snippets.figures.parts.panels import above, image, place, size
from snippets.words import fixed

BORDER = 3  # empty rows and columns on each side of the digit
NAMES = (
    "counts",
    "grey",
    "threshold",
    "once",
    "afresh",
    "afresh, again",
)
TOP = 30  # pixels for the name above a panel
BOTTOM = 34  # and for the value below
SWATCH = 16
FRAME = 1.5  # the width of its line
GAP = 10
HEIGHTS = (154, 328)


def frame(ax: Axes, row: int, column: int) -> None:
    """Around exactly one pixel: ink on a halo of paper.

    Both lines lie outside the pixel, so that its own ink is seen.
    """
    gap = FRAME / 2 * ax.viewLim.width / ax.bbox.width * ax.figure.dpi
    gap *= PX / 72
    corner = (column - 0.5 - gap, row - 0.5 - gap)
    for colour, width in ((PAPER, FRAME + 2), (INK, FRAME)):
        ax.add_patch(
            Rectangle(
                corner,
                1 + 2 * gap,
                1 + 2 * gap,
                fill=False,
                edgecolor=colour,
                linewidth=width * PX,
                joinstyle="miter",
                clip_on=False,
            )
        )


def panel(ax: Axes, found: dict, index: int) -> None:
    """One view: its name, and the digit with one pixel framed."""
    levels = found["seen"][0].max() if index == 0 else 1
    image(ax, found["seen"][index] / levels, BORDER)
    frame(ax, *found["framed"])
    above(ax, NAMES[index])


def value(ax: Axes, found: dict, index: int) -> None:
    """The framed pixel again, enlarged, and its value beside it."""
    levels = found["seen"][0].max() if index == 0 else 1
    number = found["values"][index]
    image(ax, np.array([[number / levels]]), 0)
    ax.annotate(
        fixed(number, 2 if index == 1 else 0),
        (1, 0.5),
        xycoords="axes fraction",
        xytext=(6 * PX, 0),
        textcoords="offset points",
        va="center",
    )


def views(found: dict, fig: Figure, narrow: bool) -> None:
    """Six panels in one row, or in two where the page is narrow."""
    columns = 3 if narrow else 6
    side = (size(fig)[0] - (columns - 1) * GAP) / columns
    for index in range(len(NAMES)):
        row, column = divmod(index, columns)
        left = column * (side + GAP)
        top = TOP + row * (side + TOP + BOTTOM)
        panel(place(fig, (left, top, side, side)), found, index)
        box = (left, top + side + GAP, SWATCH, SWATCH)
        value(place(fig, box), found, index)


def alternative(found: dict) -> str:
    """The finding with its numbers."""
    count, grey, *coins = found["values"]
    tosses = ", ".join(fixed(coin, 0) for coin in coins)
    return (
        "A handwritten digit six times. The framed pixel is"
        f" {fixed(count, 0)} as a count, {fixed(grey, 2)} as a grey"
        f" value, and {tosses} under threshold, once, afresh and"
        " afresh again."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """The chart of the views, and the error of torch as text."""
    return {
        "views.html": chart(
            lambda fig, narrow: views(found, fig, narrow),
            "views",
            "column",
            HEIGHTS,
            alternative(found),
        ),
        "refusal.txt": textwrap.fill(found["refusal"], 66),
    }
