"""The eigenvalues of two data sets, and the variances of losses."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import (
    INK,
    MUTED,
    PAPER,
    PX,
    axes_labels,
    range_frame,
)

ORANGE = FAMILY["gaussian"][0]
SHOWN = 40
NAMES = {"digits": "digits", "mnist_5k": "MNIST"}


def level(ax: Axes, variance: float, text: str) -> None:
    """A line across, with its name above the right end."""
    ax.axhline(variance, color=ORANGE, lw=1.2 * PX)
    ax.annotate(
        text,
        (SHOWN + 1, variance),
        xytext=(0, 3 * PX),
        textcoords="offset points",
        ha="right",
        va="bottom",
        color=ORANGE,
        size=12 * PX,
    )


def dots(ax: Axes, eigenvalues: list[float], data: str) -> None:
    """The largest ones, by their place."""
    seen = eigenvalues[:SHOWN]
    face = INK if data == "digits" else PAPER
    place = range(1, len(seen) + 1)
    ax.plot(
        place,
        seen,
        "o",
        color=INK,
        markerfacecolor=face,
        markersize=5 * PX,
        clip_on=False,
    )
    ax.annotate(
        NAMES[data],
        (SHOWN - 8, seen[-9]),
        xytext=(0, -8 * PX),
        textcoords="offset points",
        ha="right",
        va="top",
    )


def spectrum(found: dict, fig: Figure, narrow: bool) -> None:
    """Dots above a line are worth a latent under that loss."""
    left = 0.12 if narrow else 0.075
    ax = fig.add_axes((left, 0.15, 0.98 - left, 0.76))
    ax.set(yscale="log", xlim=(0, SHOWN + 1), ylim=(0.008, 900))
    ax.minorticks_off()
    ax.set_yticks(
        [0.01, 0.1, 1, 10, 100], ["0.01", "0.1", "1", "10", "100"]
    )
    ax.set_xticks([1, 10, 20, 30, 40])
    for data, pixels in found["pixels"].items():
        dots(ax, found["eigenvalues"][data], data)
        text = f"mean squared error + KL, {pixels} pixels"
        level(ax, pixels / 2, text)
    level(ax, 1.0, "SSE / 2 + KL")
    level(ax, 0.5, "SSE + KL")
    range_frame(ax)
    axes_labels(
        ax, "direction, the strongest first", "variance along it"
    )
    ax.yaxis.label.set_color(MUTED)
