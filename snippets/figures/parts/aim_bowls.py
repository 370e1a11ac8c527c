"""What three rulers charge for a forecast, around four targets."""

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
from snippets.figures.parts.panels import place, size

TOP = 0.3  # nats; the curves leave the panel here
# Where a name stands: panel, place, text wide, text narrow.
NAMES = (
    (0.02, "gaussian", (0.43, 0.24), "σ² = ¼", "σ² = ¼"),
    (
        0.2,
        "bernoulli",
        (0.07, 0.27),
        "cross-entropy",
        "cross-\nentropy",
    ),
    (
        0.8,
        "gaussian",
        (0.55, 0.27),
        "σ² = x(1 − x)",
        "σ² =\nx(1−x)",
    ),
)


def bowl(ax: Axes, target: float, found: dict, narrow: bool) -> None:
    """Three curves, a ring at the target, and the names that fit."""
    for name, width in (("widest", 2), ("local", 1.2)):
        style = line("gaussian", linewidth=width * PX)
        ax.plot(found["m"], found[name], **style)
    ax.plot(found["m"], found["coins"], **line("bernoulli"))
    ring = {"mfc": PAPER, "color": MUTED, "clip_on": False}
    ax.plot(target, 0, "o", zorder=3, **ring)
    for panel, law, (x, y), wide, short in NAMES:
        if panel == target:
            text = short if narrow else wide
            colour = FAMILY[law][0]
            right = 0.05 if narrow else 0
            ax.text(x + right, y, text, color=colour, va="top")


def bowls(found: dict, fig: Figure, narrow: bool) -> None:
    """Four panels, two in a row."""
    across, down = size(fig)
    left, between, above, below = 34, 34, 44, 44
    width = (across - left - between - 8) / 2
    height = (down - 2 * above - 2 * below) / 2 + 10
    for index, (target, each) in enumerate(found.items()):
        at = (
            left + (index % 2) * (width + between),
            above + (index // 2) * (height + 68),
        )
        ax = place(fig, (*at, width, height))
        bowl(ax, target, each, narrow)
        ax.set(xlim=(0, 1), ylim=(0, TOP))
        ticks = [target, 1] if target < 0.1 else [0, target, 1]
        ax.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
        ax.set_yticks([0, TOP], ["0", f"{TOP:g}"])
        range_frame(ax)
        if index == 0:
            axes_labels(ax, "", "added cost, nats")
        if index == 3:
            axes_labels(ax, "forecast m", "")
