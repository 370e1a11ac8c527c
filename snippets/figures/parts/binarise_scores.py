"""Losses in groups, one for each view of the test images."""

import math
from statistics import fmean, stdev

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from snippets.build.style import (
    INK,
    MUTED,
    PX,
    RULE,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.panels import place, size

GROUPS = {
    "threshold": "Test: threshold",
    "once": "Test: once",
    "afresh": "Test: afresh",
}
TRAINED = {
    "grey": "trained on grey",
    "threshold": "on threshold",
    "once": "on once",
    "afresh": "on afresh",
}
STEP, HEAD = 1.0, 1.5  # from line to line, and before a group


def lines() -> list[tuple[str, str, float]]:
    """View, training and height of each line, from the top."""
    found, height = [], 0.0
    for view in GROUPS:
        height -= HEAD
        for name in TRAINED:
            found.append((view, name, height))
            height -= STEP
    return found


def bar(ax: Axes, values: list[float], height: float) -> None:
    """Mean and one standard deviation."""
    ax.errorbar(
        fmean(values),
        height,
        xerr=stdev(values),
        marker="o",
        clip_on=False,
        **line("bernoulli", linestyle="none"),
    )


def beside(ax: Axes, text: str, height: float, **style) -> None:
    """A name at the left edge of the figure."""
    ax.annotate(
        text,
        (0, height),
        xycoords=("figure fraction", "data"),
        va="center",
        annotation_clip=False,
        **style,
    )


def ends(found: dict) -> tuple[int, int]:
    """Whole nats that hold every mean and its bar."""
    low, high = [], []
    for each in found["scores"].values():
        for view in GROUPS:
            values = [one[view] for one in each]
            low.append(fmean(values) - stdev(values))
            high.append(fmean(values) + stdev(values))
    return math.floor(min(low)), math.ceil(max(high))


def losses(found: dict, fig: Figure, narrow: bool) -> None:
    """A group for each view, in it a line for each training."""
    across, down = size(fig)
    left = 118 if narrow else 150
    ax = place(fig, (left, 0, across - left - 10, down - 52))
    for view, name, height in lines():
        scores = [one[view] for one in found["scores"][name]]
        ax.axhline(height, color=RULE, lw=PX, zorder=0)
        bar(ax, scores, height)
        beside(ax, TRAINED[name], height, color=MUTED)
        if name == next(iter(TRAINED)):
            beside(ax, GROUPS[view], height + 0.95, color=INK)
    ax.set_xlim(ends(found))
    ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    ax.set_ylim(lines()[-1][2] - 0.6, 0)
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    range_frame(ax)
    axes_labels(ax, "loss, nats per image", "")
