"""What a lower floor does to training images and to test images."""

from statistics import fmean

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator, NullLocator

from snippets.build.palette import FAMILY
from snippets.build.style import (
    MUTED,
    PAPER,
    axes_labels,
    line,
    range_frame,
)
from snippets.words import fixed

COLOUR = FAMILY["gaussian"][0]
LABELS = {1e-1: "0.1", 1e-2: "0.01", 1e-3: "0.001", 1e-4: "0.0001"}
TICKS = (100, 1000, 10000)


def series(
    ax: Axes, floors: list[float], rows: list, face: str
) -> None:
    """Every seed a mark, a line through their geometric means."""
    join(ax, floors, rows)
    for floor, row in zip(floors, rows, strict=True):
        ax.plot(
            [floor] * len(row),
            row,
            "o",
            color=COLOUR,
            markerfacecolor=face,
            clip_on=False,
        )


def join(ax: Axes, floors: list[float], rows: list, **style) -> None:
    """A line through the geometric means of the seeds."""
    means = [float(np.exp(np.log(row).mean())) for row in rows]
    ax.plot(floors, means, **line("gaussian") | style, zorder=1)


def floors(found: dict, fig: Figure, narrow: bool) -> None:
    """Loss in nats per image, where a pixel is measured in counts."""
    left, right = (0.15, 0.97) if narrow else (0.09, 0.97)
    ax = fig.add_axes((left, 0.19, right - left, 0.68))
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.set(xlim=(0.15, 0.7e-4), ylim=(45, 10000))
    steps = list(found["floors"])
    rows = {
        part: [
            [nats + found["shift"] for nats in found["floors"][f][part]]
            for f in steps
        ]
        for part in ("train", "test", "rest")
    }
    series(ax, steps, rows["train"], COLOUR)
    series(ax, steps, rows["test"], PAPER)
    join(ax, steps, rows["rest"], linestyle="dotted")
    counted = fmean(found["counted"]["test"])
    ax.axhline(counted, color=MUTED, linewidth=0.75)
    label(ax, found, counted, narrow)
    ticks(ax)
    range_frame(ax)
    axes_labels(ax, "floor of a pixel's σ", "loss, nats per image")


def label(ax: Axes, found: dict, counted: float, narrow: bool) -> None:
    """Names beside the lines."""
    for text, at, side in (
        ("test images", (1.6e-4, 1300), "right"),
        ("training images", (1.7e-4, 60), "right"),
        ("without one", (0.75e-4, 143), "right"),
    ):
        ax.text(*at, text, ha=side, va="center", color=COLOUR)
    said = "as probabilities of counts, both: "
    text = ("as counts, both: " if narrow else said) + fixed(counted, 0)
    ax.text(0.13, 77, text, va="center", color=MUTED)


def ticks(ax: Axes) -> None:
    """Decades, in plain numbers."""
    ax.xaxis.set_major_locator(FixedLocator(list(LABELS)))
    ax.xaxis.set_major_formatter(FixedFormatter(list(LABELS.values())))
    ax.yaxis.set_major_locator(FixedLocator(TICKS))
    ax.yaxis.set_major_formatter(
        FixedFormatter([fixed(tick, 0) for tick in TICKS])
    )
    ax.xaxis.set_minor_locator(NullLocator())
    ax.yaxis.set_minor_locator(NullLocator())
