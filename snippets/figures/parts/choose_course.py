"""A loss that passes zero: training and validation images."""

import numpy as np
from matplotlib.figure import Figure

from snippets.build.style import (
    INK,
    MUTED,
    PX,
    RULE,
    axes_labels,
    range_frame,
)

PARTS = {"train": (MUTED, "training"), "valid": (INK, "validation")}


def course(found: dict, fig: Figure, narrow: bool) -> None:
    """Each seed pale, and their mean."""
    left, right = (0.12, 0.76) if narrow else (0.075, 0.85)
    ax = fig.add_axes((left, 0.19, right - left, 0.68))
    ax.axhline(0, color=MUTED, linewidth=1 * PX, linestyle=(0, (4, 3)))
    for part, (colour, name) in PARTS.items():
        losses = np.array(found[part])
        for row in losses:
            ax.plot(row, color=RULE, linewidth=0.8 * PX, zorder=0)
        ax.plot(losses.mean(0), color=colour)
        ax.annotate(
            name,
            (losses.shape[1] - 1, losses[:, -1].mean()),
            xytext=(6 * PX, 0),
            textcoords="offset points",
            va="center",
            color=colour,
        )
    ax.set_xlim(0, losses.shape[1] - 1)
    ax.set_ylim(-40, 10)
    range_frame(ax)
    axes_labels(ax, "epoch", "loss, nats per image")
