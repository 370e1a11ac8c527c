"""Contrast kept against rate: a sweep, and what lies beside it."""

from statistics import fmean, stdev

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    FAMILY,
    MUTED,
    PAPER,
    PX,
    axes_labels,
    line,
    range_frame,
)
from snippets.words import fraction

# Law, name, and where the name stands beside its point, in pixels.
WEAK = {
    "latents": ("bernoulli", "2 latents", (9, -4), "left"),
    "hidden": ("bernoulli", "10 hidden units", (10, 3), "left"),
    "epochs": ("gaussian", "σ² = 1/32, 2 epochs", (8, -17), "left"),
}


def dot(ax: Axes, scores: dict, law: str, marker: str, face) -> None:
    """Mean and one standard deviation, both ways."""
    ax.errorbar(
        fmean(scores["rate"]),
        fmean(scores["kept"]),
        xerr=stdev(scores["rate"]),
        yerr=stdev(scores["kept"]),
        marker=marker,
        markerfacecolor=face,
        clip_on=False,
        zorder=3,
        **line(law, linestyle="none"),
    )


def name(ax: Axes, scores: dict, text: str, at, **style) -> None:
    """A label `at` so many pixels from its point."""
    ax.annotate(
        text,
        (fmean(scores["rate"]), fmean(scores["kept"])),
        xytext=(at[0] * PX, at[1] * PX),
        textcoords="offset points",
        **style,
    )


def variances(ax: Axes, found: dict) -> None:
    """The squared errors, along one line."""
    twins, sweep = found["twins"], found["sweep"]
    every = [twins["mean"], *sweep.values(), twins["optimal"]]
    points = [(fmean(s["rate"]), fmean(s["kept"])) for s in every]
    ax.plot(*zip(*points, strict=True), **line("gaussian"), zorder=1)
    for scores in every:
        dot(ax, scores, "gaussian", "o", PAPER)
    colour = {"color": FAMILY["gaussian"][0]}
    up = {"ha": "right", "va": "bottom"}
    for variance, scores in sweep.items():
        if variance < 1 / 2:
            text = fraction(variance)
            name(ax, scores, text, (-3, 7), color=MUTED, **up)
    half = fraction(1 / 2)
    name(ax, sweep[1 / 2], f"σ² = {half}", (-6, 5), color=MUTED, **up)
    below = {"ha": "center", "va": "top"}
    name(ax, twins["optimal"], "best σ²", (0, -11), **below, **colour)


def against_rate(found: dict, fig: Figure, narrow: bool) -> None:
    """The sweep, cross-entropy on it, three weak trainings below."""
    left = 0.12 if narrow else 0.075
    ax = fig.add_axes((left, 0.16, 0.97 - left, 0.74))
    variances(ax, found)
    blue = FAMILY["bernoulli"][0]
    scores = found["twins"]["bernoulli"]
    dot(ax, scores, "bernoulli", "D", blue)
    text = "cross-entropy"
    name(ax, scores, text, (9, -3), color=blue, va="top")
    for key, (law, text, at, side) in WEAK.items():
        scores = found["weak"][key]
        colour = FAMILY[law][0]
        dot(ax, scores, law, "s", PAPER)
        name(ax, scores, text, at, color=colour, ha=side)
    ax.set_xlim(0, 55)
    ax.set_ylim(0, 60)
    range_frame(ax)
    axes_labels(ax, "rate, nats per image", "contrast kept, %")
