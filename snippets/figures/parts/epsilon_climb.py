"""The highest logit of each epoch, on grey and on binary pixels."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    INK,
    MUTED,
    PX,
    axes_labels,
    range_frame,
)


def climb(ax: Axes, run: dict, color: str) -> None:
    """One seed; a cross where its loss stopped being a number."""
    tops = run["tops"]
    ax.plot(
        range(1, len(tops) + 1), tops, color=color, linewidth=1.5 * PX
    )
    if run["step"]:
        ax.plot(
            len(tops),
            tops[-1],
            "x",
            color=color,
            markersize=9 * PX,
            markeredgewidth=2.5 * PX,
            clip_on=False,
        )


def highest(found: dict, fig: Figure, narrow: bool) -> None:
    """Ten trainings with the guarded loss."""
    left = 0.10 if narrow else 0.06
    ax = fig.add_axes((left, 0.17, 0.97 - left, 0.70))
    runs, certain = found["runs"], found["edges"]["float32"]["certain"]
    for run in runs["grey"]:
        climb(ax, run, MUTED)
    for run in runs["binary"]:
        climb(ax, run, INK)
    ax.axhline(
        certain, color=MUTED, linewidth=1 * PX, linestyle=(0, (4, 3))
    )
    epochs = max(len(run["tops"]) for run in runs["binary"])
    ax.text(1, certain + 0.5, "from here on m is 1", color=MUTED)
    ax.text(epochs, 11.6, "pixels 0 or 1", color=INK, ha="right")
    ax.text(epochs, 5.6, "grey pixels", color=MUTED, ha="right")
    ax.set(xlim=(1, epochs), ylim=(0, 20))
    ax.set_yticks(range(0, 21, 5))
    range_frame(ax)
    axes_labels(ax, "epoch", "highest logit of the epoch")
