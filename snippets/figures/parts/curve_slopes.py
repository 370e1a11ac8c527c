"""The slope between neighbours on a curve, and where it must lie."""

from math import sqrt

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import FixedLocator, NullLocator

from snippets.build.palette import FAMILY
from snippets.build.style import (
    MUTED,
    PAPER,
    PX,
    axes_labels,
    range_frame,
)
from snippets.figures.parts.panels import above, place, size
from snippets.measures.curves import Step
from snippets.words import fraction

NAMES = {"mnist": "MNIST images", "digits": "Images of digits"}
ENDS = {"mnist": (1 / 32, 1.0), "digits": (0.02, 1.0)}
TICKS = {"mnist": (1 / 32, 1 / 8, 1 / 2), "digits": (0.03, 0.1, 0.5)}
HEIGHTS = {"mnist": (0.05, 3.5), "digits": (0.03, 3.0)}
LEFT, TOP, FOOT, GAP = 30, 52, 52, 40


def box(ax: Axes, step: Step) -> None:
    """All slopes between two minima of these variances."""
    large, small = step
    corner, sides = (
        (small, 2 * small),
        (large - small, 2 * (large - small)),
    )
    ax.add_patch(
        Rectangle(
            corner,
            *sides,
            facecolor=MUTED,
            edgecolor=PAPER,
            linewidth=1 * PX,
            alpha=0.3,
        )
    )


def dots(ax: Axes, step: Step, slopes: list[float]) -> None:
    """A ring for each seed, halfway between the variances."""
    middle = sqrt(step[0] * step[1])
    ax.plot(
        [middle] * len(slopes),
        slopes,
        "o",
        color=FAMILY["gaussian"][0],
        markerfacecolor="none",
        markersize=6 * PX,
        clip_on=False,
    )


def panel(ax: Axes, name: str, found: dict[Step, list[float]]) -> None:
    """All steps of one curve, from 1 down to the smallest variance."""
    for step, slopes in found.items():
        box(ax, step)
        dots(ax, step, slopes)
    ax.set(xscale="log", yscale="log")
    ax.set(xlim=ENDS[name], ylim=HEIGHTS[name])
    ax.xaxis.set_major_locator(FixedLocator(TICKS[name]))
    ax.yaxis.set_major_locator(FixedLocator((0.1, 0.3, 1, 3)))
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_minor_locator(NullLocator())
        axis.set_major_formatter(lambda value, _: f"{value:g}")
    if name == "mnist":
        ax.set_xticklabels([fraction(tick) for tick in TICKS[name]])
    range_frame(ax)
    axes_labels(ax, "σ²", "")
    above(ax, NAMES[name])


def slopes(found: dict, fig: Figure, narrow: bool) -> None:
    """Two panels: side by side, or one below the other."""
    across, down = size(fig)
    count = 1 if narrow else 2
    width = (across - count * LEFT - (count - 1) * GAP - 8) / count
    height = (down if not narrow else down / 2) - TOP - FOOT
    for number, (name, steps) in enumerate(found.items()):
        right = 0 if narrow else number * (width + LEFT + GAP)
        lower = number * down / 2 if narrow else 0
        ax = place(fig, (LEFT + right, TOP + lower, width, height))
        panel(ax, name, steps)
    fig.text(0, 1, "squared error saved per nat", color=MUTED, va="top")
