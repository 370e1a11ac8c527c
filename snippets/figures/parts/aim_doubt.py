"""Errors of cross-entropy beside three Gaussians, by doubt."""

from statistics import fmean, stdev

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    FAMILY,
    INK,
    MUTED,
    PAPER,
    PX,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.panels import place, size
from snippets.words import fixed

NAMES = {1 / 8: "σ² = ⅛", 1 / 4: "σ² = ¼"}
LIMITS = (-20, 20)


def against(ax: Axes, variance: float, found: dict) -> None:
    """One line with its spread, named at its right end."""
    each = list(zip(*found["gaps"], strict=True))
    means = [fmean(values) for values in each]
    ax.errorbar(
        found["doubt"],
        means,
        yerr=[stdev(values) for values in each],
        marker="o",
        **line("gaussian", clip_on=False),
    )
    ax.annotate(
        NAMES.get(variance, f"σ² = {variance:g}"),
        (found["doubt"][-1], means[-1]),
        xytext=(10 * PX, 0),
        textcoords="offset points",
        color=FAMILY["gaussian"][0],
        va="center",
        annotation_clip=False,
    )


def doubt(found: dict, matched: float, fig: Figure) -> None:
    """Three lines; a ring where the two rulers weigh alike."""
    across, down = size(fig)
    left, right = 46, 86
    box = (left, 40, across - left - right, down - 40 - 56)
    ax = place(fig, box)
    flat = {"color": MUTED, "linewidth": PX}
    ax.plot([0, 1 / 4], [0, 0], clip_on=False, **flat)
    for variance, pair in found.items():
        against(ax, variance, pair)
    ring = {"mfc": PAPER, "color": INK, "zorder": 4}
    ax.plot(matched, 0, "o", ms=8 * PX, **ring)
    ax.set(xlim=(0, 1 / 4), ylim=LIMITS)
    ax.set_xticks([0, 0.1, 0.2], ["0", "0.1", "0.2"])
    ticks = [-20, -10, 0, 10, 20]
    signs = [f"{'+' if t > 0 else ''}{fixed(t, 0)}" for t in ticks]
    ax.set_yticks(ticks, signs)
    range_frame(ax)
    axes_labels(
        ax,
        "m(1 − m), sure to doubtful",
        "extra error of cross-entropy, %",
    )
