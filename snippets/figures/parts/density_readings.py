"""One network, two readings, and a network trained for the counts."""

from statistics import fmean, stdev

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import (
    INK,
    MUTED,
    PX,
    axes_labels,
    range_frame,
)
from snippets.words import spread

BARS = (
    ("crossed", "parameter", "cross-entropy, m read as parameter"),
    ("crossed", "mean", "the same network, m read as mean"),
    ("counted", "nats", "trained as truncated geometric"),
)
COLOURS = {"crossed": "bernoulli", "counted": "truncated-geometric"}


def bar(
    ax: Axes, y: float, colour: str, nats: list[float], rate: float
) -> None:
    """The rate full, the distortion pale, the spread at the end."""
    mean = fmean(nats)
    ax.barh(y, rate, height=0.5, color=colour)
    ax.barh(
        y, mean - rate, left=rate, height=0.5, color=colour, alpha=0.4
    )
    ax.errorbar(mean, y, xerr=stdev(nats), color=INK)
    ax.annotate(
        spread(nats, 1),
        (mean, y),
        xytext=(8 * PX, 0),
        textcoords="offset points",
        va="center",
    )


def readings(found: dict, fig: Figure, narrow: bool) -> None:
    """Three bars, and the line of a model that knows nothing."""
    ax = fig.add_axes((0.02, 0.21, 0.96, 0.73))
    uniform = found["fits"]["uniform"]
    ax.plot([uniform] * 2, [-2.4, 0.75], color=MUTED, linewidth=1 * PX)
    ax.annotate(
        "uniform",
        (uniform, 0.75),
        xytext=(-4 * PX, 0),
        textcoords="offset points",
        ha="right",
        va="top",
        color=MUTED,
    )
    for row, (net, score, text) in enumerate(BARS):
        colour = FAMILY[COLOURS[net]][0]
        rate = fmean(found[net]["rate"])
        bar(ax, -row, colour, found[net][score], rate)
        ax.text(0, 0.31 - row, text, va="bottom", color=colour)
    ax.set(xlim=(0, 185), ylim=(-2.4, 0.75), yticks=[])
    ax.spines["left"].set_visible(False)
    range_frame(ax)
    axes_labels(ax, "negative ELBO, nats per image", "")
