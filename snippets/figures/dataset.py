"""One digit under each view, and one pixel of it."""

import textwrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import INK, PAPER, PX, chart
from snippets.figures.panels import above, image, place, size
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
BOTTOM = 30  # and for the value below
GAP = 10
HEIGHTS = (150, 320)


def ring(ax: Axes, row: int, column: int) -> None:
    """Ink on a halo of paper: seen on white and on black."""
    for colour, width in ((PAPER, 4), (INK, 1.5)):
        ax.plot(
            column,
            row,
            "o",
            markersize=15 * PX,
            markerfacecolor="none",
            markeredgecolor=colour,
            markeredgewidth=width * PX,
            clip_on=False,
        )


def panel(ax: Axes, found: dict, index: int) -> None:
    """One view: its name, the digit, the value of the ringed pixel."""
    levels = found["seen"][0].max() if index == 0 else 1
    image(ax, found["seen"][index] / levels, BORDER)
    ring(ax, *found["ring"])
    above(ax, NAMES[index])
    ax.annotate(
        fixed(found["values"][index], 2 if index == 1 else 0),
        (0, 0),
        xycoords="axes fraction",
        xytext=(0, -8 * PX),
        textcoords="offset points",
        va="top",
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


def alternative(found: dict) -> str:
    """The finding with its numbers."""
    count, grey, *coins = found["values"]
    tosses = ", ".join(fixed(coin, 0) for coin in coins)
    return (
        "A handwritten digit six times. The ringed pixel is"
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
