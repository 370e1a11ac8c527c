"""The pull on a pixel of paper, against the logit and the mean."""

from math import log

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import (
    MUTED,
    PAPER,
    PX,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.panels import above, place
from snippets.words import fixed

BLUE, ORANGE = FAMILY["bernoulli"][0], FAMILY["gaussian"][0]
HEIGHTS = (318, 584)
BOXES = {
    False: ((30, 52, 250, 206), (330, 52, 158, 206)),
    True: ((30, 52, 284, 190), (30, 336, 190, 190)),
}
# Width of a line, to tell two Gaussians apart.
STYLES = {
    "coin": line("bernoulli"),
    "bell": line("gaussian"),
    "line": line("gaussian", linewidth=1.2 * PX),
}
ENDS = {
    "coin": "cross-entropy,\nsigmoid",
    "bell": "squared error,\nsigmoid",
    "line": "squared error,\nlinear",
}


def by_logit(ax: Axes, found: dict) -> None:
    """Two losses behind a sigmoid, marked at their last logit."""
    for name, digits in (("coin", 0), ("bell", 5)):
        rows = found["logits"], found[f"{name}_logit"]
        style = STYLES[name]
        ax.plot(*rows, clip_on=False, **style)
        end = rows[0][-1], rows[1][-1]
        ax.plot(*end, "o", color=style["color"], clip_on=False)
        ax.annotate(
            fixed(end[1], digits),
            end,
            xytext=(0, 9 * PX),
            textcoords="offset points",
            ha="right",
            color=style["color"],
        )
    ring = {"mfc": PAPER, "color": ORANGE, "zorder": 3}
    ax.plot(log(2), 8 / 27, "o", **ring)
    ax.text(1.6, 0.31, "8/27", color=ORANGE)
    ax.text(-5.9, 0.62, "cross-entropy,\nsigmoid", color=BLUE)
    ax.text(3.6, 0.16, "squared error,\nsigmoid", color=ORANGE)
    ax.set(xlim=(-6, 10), ylim=(0, 1), yticks=[0, 0.5, 1])
    ax.set_xticks([-5, 0, 5, 10], ["−5", "0", "5", "10"])
    range_frame(ax)
    axes_labels(ax, "logit ℓ", "")
    above(ax, "against the logit")


def by_mean(ax: Axes, found: dict) -> None:
    """The same two, and a linear output: its mean is its output."""
    for name, style in STYLES.items():
        rows = found["means"], found[f"{name}_mean"]
        ax.plot(*rows, clip_on=False, **style)
    for name, text in ENDS.items():
        ax.annotate(
            text,
            (1, found[f"{name}_mean"][-1]),
            xytext=(8 * PX, 0),
            textcoords="offset points",
            va="center",
            color=STYLES[name]["color"],
        )
    ax.set(xlim=(0, 1), ylim=(0, 2), xticks=[0, 0.5, 1])
    ax.set_yticks([0, 1, 2])
    range_frame(ax)
    axes_labels(ax, "mean m", "")
    above(ax, "against the mean")


def pulls(found: dict, fig: Figure, narrow: bool) -> None:
    """Two panels: side by side, or one below the other."""
    left, right = (place(fig, box) for box in BOXES[narrow])
    by_logit(left, found)
    by_mean(right, found)
    fig.text(0, 1, "slope of the pixel term", color=MUTED, va="top")
