"""Stations of the data in a row, arrows between, imports as arcs."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import INK, MUTED, PAPER, PX, WIDTH

HEIGHTS = (330, 590)
FLOWS = ("models", "numbers", "drawings", "words")
WIDE, NARROW = 172, 118  # pixels from one station to the next


def place(at: float, off: float, narrow: bool) -> tuple[float, float]:
    """A point `at` along the flow and `off` pixels beside it."""
    if narrow:
        return 84 + off, HEIGHTS[1] - 50 - NARROW * at
    return 72 + WIDE * at, 240 - off


def station(
    ax: Axes, at: int, name: str, files: int, narrow: bool
) -> None:
    """Its name, and how many files it has."""
    x, y = place(at, 0, narrow)
    style = {"ha": "center", "va": "center"}
    ax.text(x, y + 9, name, weight="bold", **style)
    ax.text(x, y - 9, f"{files} files", color=MUTED, **style)


def arrow(ax: Axes, at: int, what: str, narrow: bool) -> None:
    """From a station to the next, with what flows."""
    gap = 30 / NARROW if narrow else 58 / WIDE
    ends = [place(at + share, 0, narrow) for share in (gap, 1 - gap)]
    shape = {"arrowstyle": "-|>", "color": INK, "lw": 1.5 * PX}
    ax.annotate("", ends[1], ends[0], arrowprops=shape)
    x, y = place(at + 0.5, 0, narrow)
    style = {"ha": "right", "va": "center"} if narrow else {}
    aside = (-10, 0) if narrow else (0, 22)
    style = {"ha": "center", **style, "color": MUTED}
    ax.text(x + aside[0], y + aside[1], what, **style)


def arc(
    ax: Axes, ends: tuple[int, int], count: int, lw: float, narrow: bool
) -> None:
    """Imports from one station to another, and how many."""
    t = np.linspace(0, np.pi, 60)
    half = (ends[0] - ends[1]) / 2
    above, deep = (56, 44) if narrow else (32, 66)
    off = above + deep * half * np.sin(t)
    along = sum(ends) / 2 + 0.92 * half * np.cos(t)
    pairs = zip(along, off, strict=True)
    x, y = np.array([place(*pair, narrow) for pair in pairs]).T
    ax.plot(x, y, color=MUTED, lw=lw, alpha=0.7)
    halo = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
    at = {"ha": "center", "va": "center", "bbox": halo}
    ax.text(x[30], y[30], str(count), **at)


def house_flow(found: dict, fig: Figure, narrow: bool) -> None:
    """The flow above or left, the imports below or right."""
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.set_xlim(0, WIDTH["narrow" if narrow else "full"])
    ax.set_ylim(0, HEIGHTS[narrow])
    for at, (name, files) in enumerate(found["files"].items()):
        station(ax, at, name, files, narrow)
    for at, what in enumerate(FLOWS):
        arrow(ax, at, what, narrow)
    most = max(count for *_, count in found["imports"])
    far = sorted(found["imports"], key=lambda each: each[1] - each[0])
    for start, end, count in far:
        width = (1 + 7 * count / most) * PX
        arc(ax, (start, end), count, width, narrow)
    if not narrow:
        style = {"color": MUTED, "va": "center"}
        ax.text(8, 296, "the data flow →", **style)
        ax.text(8, 20, "← who imports whom, and how often", **style)
