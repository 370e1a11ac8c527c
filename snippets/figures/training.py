"""The loss of every epoch and seed, and the mean image as a mark."""

from statistics import fmean

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    MUTED,
    PX,
    axes_labels,
    chart,
    line,
    range_frame,
)
from snippets.words import fixed

# How far along a name stands, how far off its curves, on which side.
LABELS = {"grey": (0.65, 12, "left"), "binary": (0.6, -12, "right")}


def named(ax: Axes, name: str, curves: list[list[float]]) -> None:
    """The curves of all seeds, and their name beside them."""
    epochs = range(1, len(curves[0]) + 1)
    for curve in curves:
        style = line("bernoulli", lw=PX, alpha=0.8)
        ax.plot(epochs, curve, clip_on=False, **style)
    share, offset, side = LABELS[name]
    epoch = round(share * len(epochs))
    ax.annotate(
        f"{name} pixels",
        (epoch, fmean(curve[epoch - 1] for curve in curves)),
        xytext=(offset * PX / 2, offset * PX),
        textcoords="offset points",
        ha=side,
        va="center",
        color=line("bernoulli")["color"],
    )


def falling(found: dict, fig: Figure, narrow: bool) -> None:
    """Loss against epoch for both kinds of pixels."""
    left, width = (0.15, 0.81) if narrow else (0.08, 0.9)
    ax = fig.add_axes((left, 0.2, width, 0.66))
    for name in LABELS:
        named(ax, name, found[name])
    level = found["grey_mean"]
    ax.axhline(level, color=MUTED, lw=PX)
    last = len(found["grey"][0])
    ax.annotate(
        f"the mean image: {fixed(level, 0)} nats",
        (last, level),
        xytext=(0, 5 * PX),
        textcoords="offset points",
        ha="right",
        color=MUTED,
    )
    ax.set_xlim(1, last)
    ax.set_xticks([1, *range(5, last + 1, 5)])
    range_frame(ax)
    axes_labels(ax, "epoch", "loss, nats per image")


def alternative(found: dict) -> str:
    """What the chart shows, in words."""
    ends = {
        name: [
            fmean(curve[at] for curve in found[name]) for at in (0, -1)
        ]
        for name in LABELS
    }
    falls = " and ".join(
        f"for {name} pixels from {fixed(first, 0)} to {fixed(last, 0)}"
        for name, (first, last) in ends.items()
    )
    return (
        f"Loss against epoch, {len(found['grey'])} seeds each. It falls"
        f" {falls} nats per image, and passes the cost of the mean"
        f" image, {fixed(found['grey_mean'], 0)} nats, early."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """The chart of the falling loss."""
    drawn = chart(
        lambda fig, narrow: falling(found, fig, narrow),
        "loss",
        "column",
        (300, 300),
        alternative(found),
    )
    return {"loss.html": drawn}
