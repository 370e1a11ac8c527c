"""Correlation of pixels by distance, over all codes and at one."""

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
from snippets.figures.parts.panels import place

BLUE = FAMILY["bernoulli"][0]
WIDE = ((28, 34, 240, 170), (326, 34, 240, 170))
NARROW = ((34, 34, 284, 150), (34, 286, 284, 150))
PANELS = (  # name, curves: label and where it stands
    (
        "over all codes",
        ("digits", "test images", (1.3, 0.63)),
        ("drawn", "samples", (1.05, 0.06)),
    ),
    (
        "less the mean at the code",
        ("digits_left", "test images", (1.3, 0.41)),
        ("one_code", "tosses", (3.2, 0.06)),
    ),
)


def curve(ax: Axes, seeds: list[list[float]], colour: str) -> None:
    """Mean over the seeds at each distance; bars: one deviation."""
    each = list(zip(*seeds, strict=True))
    ax.errorbar(
        range(1, len(each) + 1),
        [fmean(values) for values in each],
        yerr=[stdev(values) for values in each],
        color=colour,
        marker="o",
        markersize=5 * PX,
        clip_on=False,
    )


def panel(ax: Axes, found: dict, title: str, *curves) -> None:
    """Digits in ink and the model in its colour."""
    ax.axhline(0, color=MUTED, lw=PX)
    both = zip(curves, (INK, BLUE), strict=True)
    for (name, text, at), colour in both:
        curve(ax, found["likeness"][name], colour)
        ax.text(*at, text, color=colour, va="center")
    count = len(found["likeness"]["digits"][0])
    ax.set(xlim=(1, count), ylim=(-0.1, 0.7))
    ax.set_xticks(range(1, count + 1))
    ax.text(1, 1, title, transform=ax.transAxes, ha="right", va="top")
    range_frame(ax)


def panels(found: dict, fig: Figure, narrow: bool) -> None:
    """Two panels, side by side or one below the other."""
    boxes = NARROW if narrow else WIDE
    for box, (title, *curves) in zip(boxes, PANELS, strict=True):
        ax = place(fig, box)
        panel(ax, found, title, *curves)
    for ax in fig.axes:
        axes_labels(ax, "distance, pixels", "")
    for ax in fig.axes if narrow else fig.axes[:1]:
        axes_labels(ax, "", "correlation")
