"""A law as a picture of the size of a word."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from snippets.build.style import INK, MUTED, PX, line
from snippets.figures.parts.guide_rows import Leaf

SHADES = (0.75, 0.4, 0.15)  # of the parts of a whole
WHOLES = ("Dirichlet-\nmultinomial", "Dirichlet")


def colour(leaf: Leaf) -> str:
    """A law without a colour of its own is ink."""
    return INK if leaf.colour is None else line(leaf.colour)["color"]


def glyph(ax: Axes, leaf: Leaf) -> None:
    """The law in small: bars, a curve, or parts of one bar."""
    ax.set_axis_off()
    x, height = leaf.shape
    style = {"color": colour(leaf)}
    if leaf.law in WHOLES:
        return parts(ax, height, leaf.bars)
    if leaf.bars:
        ax.bar(x, height, width=0.5, **style)
        ax.set_xlim(-0.7, x[-1] + 0.7)
    else:
        ax.plot(x, height, linewidth=1.6 * PX, **style)
        ax.fill_between(x, height, alpha=0.25, linewidth=0, **style)
    ax.axhline(0, color=MUTED, linewidth=PX, clip_on=False)
    ax.set_ylim(0, 1.05 * height.max())
    return None


def parts(ax: Axes, sizes: np.ndarray, counted: bool) -> None:
    """One bar in three parts; counts show their units."""
    ends = np.cumsum(sizes)
    for end, wide, alpha in zip(ends, sizes, SHADES, strict=True):
        box = (end - wide, 0.25), wide, 0.5
        ax.add_patch(Rectangle(*box, facecolor=INK, alpha=alpha))
    if counted:
        for k in range(int(ends[-1]) + 1):
            ax.plot([k, k], [0.25, 0.75], color=INK, linewidth=PX)
    frame = Rectangle((0, 0.25), ends[-1], 0.5, fill=False)
    frame.set(edgecolor=INK, linewidth=PX)
    ax.add_patch(frame)
    ax.set(xlim=(-0.05, ends[-1] + 0.05), ylim=(0, 1))
