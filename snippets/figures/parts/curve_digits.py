"""The curve on small images, with the linear VAE's in closed form."""

from statistics import fmean

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import (
    MUTED,
    PX,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.frontier import bars
from snippets.words import fixed

WIDEST = 17  # nats
LABELLED = (0.25, 0.095, 0.045, 0.021)


def linear(ax: Axes, curve: dict[str, list[float]]) -> None:
    """What needs no training: a line, named in ink."""
    ax.plot(
        curve["rate"], curve["error"], color=MUTED, linewidth=1 * PX
    )
    ax.annotate(
        "linear VAE,\nby formula",
        (10.3, 0.0245),
        xytext=(0, 8),
        textcoords="offset points",
        color=MUTED,
    )


def named(ax: Axes, variance: float, scores: dict) -> None:
    """The variance of a ring, to its lower left."""
    ax.annotate(
        fixed(variance, 3).rstrip("0"),
        (fmean(scores["rate"]), fmean(scores["error"])),
        xytext=(-6, -12),
        textcoords="offset points",
        ha="right",
        color=FAMILY["gaussian"][0],
    )


def small_images(found: dict, fig: Figure, narrow: bool) -> None:
    """Rings for the sweep, a diamond, and the line of the formula."""
    left = 0.12 if narrow else 0.075
    ax = fig.add_axes((left, 0.165, 0.98 - left, 0.725))
    linear(ax, found["linear"])
    sweep = found["digits"]["sweep"]
    for variance, scores in sweep.items():
        bars(ax, scores, "gaussian", "o")
        if variance in LABELLED:
            named(ax, variance, scores)
    points = [
        [fmean(scores[name]) for scores in sweep.values()]
        for name in ("rate", "error")
    ]
    ax.plot(*points, **line("gaussian"), zorder=1)
    bars(ax, found["digits"]["bernoulli"], "bernoulli", "D")
    ax.annotate(
        "cross-entropy + KL",
        (fmean(found["digits"]["bernoulli"]["rate"]), 0.0465),
        xytext=(12, 4),
        textcoords="offset points",
        color=FAMILY["bernoulli"][0],
    )
    ax.set(xlim=(0, WIDEST), ylim=(0, 0.08))
    range_frame(ax)
    axes_labels(ax, "rate, nats per image", "squared error per pixel")
