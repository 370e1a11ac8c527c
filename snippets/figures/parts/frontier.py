"""Squared error against rate: a sweep, and what lies beside it."""

from statistics import fmean, stdev

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import (
    MUTED,
    PAPER,
    axes_labels,
    line,
    range_frame,
)
from snippets.words import fixed, fraction

NAMED = {1.0: "SSE / 2 + KL, σ² = 1", 0.5: "SSE + KL, σ² = ½"}


def bars(ax: Axes, scores: dict, family: str, marker: str) -> None:
    """Mean and one standard deviation, both ways."""
    rate, error = scores["rate"], scores["error"]
    face = PAPER if marker == "o" else FAMILY[family][0]
    ax.errorbar(
        fmean(rate),
        fmean(error),
        xerr=stdev(rate),
        yerr=stdev(error),
        marker=marker,
        markerfacecolor=face,
        clip_on=False,
        zorder=3,
        **line(family, linestyle="none"),
    )


def note(ax: Axes, scores: dict, text: str, family: str) -> None:
    """A label to the upper right of its ring, a number above it."""
    ax.annotate(
        text,
        (fmean(scores["rate"]), fmean(scores["error"])),
        xytext=(7, 6) if family else (0, 7),
        textcoords="offset points",
        ha="left" if family else "center",
        color=FAMILY[family][0] if family else MUTED,
    )


def chosen(ax: Axes, scores: dict) -> None:
    """The place of the network that learns its variance."""
    bars(ax, scores, "gaussian", "s")
    variance = fixed(fmean(scores["variance"]), 3)
    ax.annotate(
        f"learned:\n{variance}",
        (fmean(scores["rate"]), fmean(scores["error"])),
        xytext=(0, 8),
        textcoords="offset points",
        ha="center",
        color=FAMILY["gaussian"][0],
    )


def frontier(found: dict, fig: Figure, narrow: bool) -> None:
    """Squared error against rate: the sweep, and the Bernoulli."""
    left = 0.12 if narrow else 0.075
    ax = fig.add_axes((left, 0.165, 0.98 - left, 0.725))
    sweep = found["sweep"]
    points = sorted(
        (fmean(s["rate"]), fmean(s["error"])) for s in sweep.values()
    )
    ax.plot(*zip(*points, strict=True), **line("gaussian"), zorder=1)
    for variance, scores in sweep.items():
        bars(ax, scores, "gaussian", "o")
        if variance in NAMED:
            note(ax, scores, NAMED[variance], "gaussian")
        elif variance < 1:
            note(ax, scores, fraction(variance), "")
    far = next(iter(sweep))
    gap = "\n" if narrow else " "
    means = f"mean squared error + KL,{gap}σ² = {fraction(far)}"
    note(ax, sweep[far], means, "gaussian")
    bars(ax, found["bernoulli"], "bernoulli", "D")
    ax.annotate(
        "cross-entropy + KL",
        (fmean(found["bernoulli"]["rate"]), 0.026),
        xytext=(0, -8),
        textcoords="offset points",
        ha="center",
        va="top",
        color=FAMILY["bernoulli"][0],
    )
    chosen(ax, found["learned"])
    ax.set_xlim(0, 54)
    ax.set_ylim(0, 0.08)
    range_frame(ax)
    axes_labels(ax, "rate, nats per image", "squared error per pixel")
