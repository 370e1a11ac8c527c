"""Where a variance that was chosen ends, beside fixed ones."""

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
from snippets.words import fraction

ORANGE = FAMILY["gaussian"][0]
LABELS = {
    "closed": ("computed", (2, -10), "left"),
    "wide": ("learned from 1", (-4, -12), "right"),
    "slow": ("learned slowly", (-4, -10), "right"),
    "narrow": ("from 0.03", (0, -10), "center"),
}


def named(ax: Axes, scores: dict, text: str, **style) -> None:
    """A label beside a mark; `at` is its offset in pixels."""
    right, up = style.pop("at")
    ax.annotate(
        text,
        (fmean(scores["rate"]), fmean(scores["error"])),
        xytext=(right * PX, up * PX),
        textcoords="offset points",
        **style,
    )


def curve(found: dict, fig: Figure, narrow: bool) -> None:
    """Rings: variances that were fixed. Dots: chosen ones."""
    left = 0.12 if narrow else 0.075
    ax = fig.add_axes((left, 0.19, 0.98 - left, 0.68))
    fixed = found["fixed"]
    points = sorted(
        (fmean(s["rate"]), fmean(s["error"])) for s in fixed.values()
    )
    ax.plot(*zip(*points, strict=True), **line("gaussian"), zorder=1)
    for variance, scores in fixed.items():
        bars(ax, scores, "gaussian", "o")
        text = (
            fraction(variance) if variance > 0.03 else f"{variance:g}"
        )
        named(ax, scores, text, at=(7, 8), color=MUTED)
    for name, (text, at, side) in LABELS.items():
        scores = found["chosen"][name]
        bars(ax, scores, "gaussian", "s")
        place = {"at": at, "ha": side, "va": "top"}
        named(ax, scores, text, color=ORANGE, **place)
    ax.set_xlim(0, 80)
    ax.set_ylim(0, 0.05)
    range_frame(ax)
    axes_labels(ax, "rate, nats per image", "squared error per pixel")
