"""The guide as a tree: values to the left, laws to the right."""

from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import MUTED, PX
from snippets.figures.parts.guide_glyphs import colour, glyph
from snippets.figures.parts.guide_rows import GROUPS, Leaf
from snippets.figures.parts.panels import place, size

HEIGHTS = (565, 577)
FIRST, HEAD, ROW = 44, 30, 37  # pixels: first group, a name, a leaf
LAST = "each its own law;\nadd the logarithms"


class Columns(NamedTuple):
    """Where things stand, in pixels from the left."""

    trunk: float
    branch: float
    value: float
    glyph: float
    wide: float
    law: float


COLUMNS = {
    False: Columns(6, 26, 50, 258, 104, 400),
    True: Columns(4, 14, 26, 172, 48, 230),
}


def text(ax: Axes, x: float, y: float, words: str, **style) -> None:
    """Words whose middle is at this height."""
    ax.text(x, y, words, va="center", linespacing=1.1, **style)


def rule(ax: Axes, x: list[float], y: list[float]) -> None:
    """A branch."""
    ax.plot(x, y, color=MUTED, linewidth=1.2 * PX)


def leaves(
    fig: Figure,
    ax: Axes,
    group: tuple[Leaf, ...],
    top: float,
    at: Columns,
) -> float:
    """Rows below the name of their group; gives where they end."""
    y = top
    for leaf in group:
        y += ROW if y > top else HEAD
        rule(ax, [at.branch, at.value - 6], [y, y])
        text(ax, at.value, y, leaf.value)
        glyph(place(fig, (at.glyph, y - 14, at.wide, 26)), leaf)
        text(ax, at.law, y, leaf.law, color=colour(leaf), weight="bold")
    rule(ax, [at.branch, at.branch], [top + 9, y])
    return y


def tree(fig: Figure, narrow: bool) -> None:
    """From one question to eleven branches."""
    across, down = size(fig)
    at = COLUMNS[narrow]
    ax = place(fig, (0, 0, across, down))
    ax.set(xlim=(0, across), ylim=(down, 0))
    ax.set_axis_off()
    text(
        ax, 0, 10, "What can one value be?", weight="bold", size=15 * PX
    )
    y = FIRST
    for name, group in GROUPS.items():
        rule(ax, [at.trunk, at.branch - 6], [y, y])
        text(ax, at.branch - 2, y, name, weight="bold")
        last = y
        if group:
            y = leaves(fig, ax, group, y, at) + ROW
        else:
            text(ax, at.law - (30 if narrow else 0), y + 4, LAST)
    rule(ax, [at.trunk, at.trunk], [24, last])
