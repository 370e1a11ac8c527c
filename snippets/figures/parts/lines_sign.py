"""The rate by step, with the right sign and with the wrong one."""

from matplotlib.figure import Figure

from snippets.build.style import (
    INK,
    MUTED,
    PX,
    axes_labels,
    range_frame,
)
from snippets.figures.parts.lines_agree import powers


def signs(found: dict, fig: Figure, narrow: bool) -> None:
    """Five seeds of each; a cross where the loss is no number."""
    left = 0.15 if narrow else 0.09
    ax = fig.add_axes((left, 0.18, 0.97 - left, 0.7))
    wrong, right = found["rates"]["sign"], found["rates"]["none"]
    end = max(map(len, wrong))
    for row in right:
        ax.plot(range(1, end + 1), row[:end], color=MUTED, lw=1.2 * PX)
    for row in wrong:
        ax.plot(range(1, len(row) + 1), row, lw=1.2 * PX)
        ax.plot(len(row), row[-1], "x", color=INK, ms=6 * PX)
    ax.set_yscale("log")
    ax.set(xlim=(1, end + 8), ylim=(1e-4, 1e24))
    ax.set_xticks([1, *range(50, end + 8, 50)])
    powers(ax, (-4, 0, 6, 12, 18, 24))
    at = {"textcoords": "offset points"}
    ax.annotate(
        "the rate subtracted",
        (30, wrong[0][29]),
        xytext=(26 * PX, -6 * PX),
        **at,
    )
    middle = (end // 2, max(row[end // 2] for row in right))
    ax.annotate(
        "the rate added",
        middle,
        xytext=(0, 9 * PX),
        color=MUTED,
        **at,
    )
    range_frame(ax)
    axes_labels(ax, "step", "rate, nats per image")
