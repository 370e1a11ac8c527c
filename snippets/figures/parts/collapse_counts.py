"""Used directions and latents against the assumed variance."""

from statistics import fmean, stdev

import numpy as np
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
MOST = 33
# Ends of the axis, its ticks, and where the three labels stand.
FRAMES = {
    "digits": {
        "xlim": (0.018, 1.25),
        "ticks": (0.02, 0.05, 0.1, 0.2, 1 / 2, 1.0),
        "foretold": (0.04, 24.5),
        "directions": (0.0185, 9),
        "latents": (0.13, 27.5),
        "losses": {1.0: (29, "center"), 0.5: (14, "left")},
    },
    "mnist_5k": {
        "xlim": (0.32, 7.5),
        "ticks": (1 / 2, 1.0, 2.0, 4.0, 6.0),
        "foretold": (0.57, 25.5),
        "directions": (0.335, 9),
        "latents": (2.5, 18),
        "losses": {1.0: (14, "left"), 0.5: (3.6, "left")},
    },
}
WRITTEN = {1.0: "SSE / 2 + KL", 0.5: "SSE + KL"}


def staircase(ax: Axes, eigenvalues: list[float]) -> None:
    """How many eigenvalues exceed each variance."""
    low, high = ax.get_xlim()
    falls = np.array([e for e in eigenvalues if e > low])
    x = np.concatenate([[high], np.repeat(falls, 2), [low]])
    y = np.repeat(np.arange(len(falls) + 1), 2)
    inside = y <= MOST
    ax.plot(x[inside], y[inside], color=MUTED, lw=1.5 * PX)


def points(ax: Axes, swept: dict, name: str, **style) -> None:
    """Mean over seeds at each variance, one deviation as a bar."""
    ax.errorbar(
        list(swept),
        [fmean(each[name]) for each in swept.values()],
        yerr=[stdev(each[name]) for each in swept.values()],
        linestyle="none",
        clip_on=False,
        **style,
    )


def losses(ax: Axes, places: dict) -> None:
    """What people write, at the variance that it assumes."""
    for variance, (height, side) in places.items():
        ax.plot([variance] * 2, [0, 26], color=MUTED, lw=PX, ls=":")
        ax.annotate(
            WRITTEN[variance],
            (variance, height),
            xytext=(4 * PX if side == "left" else 0, 0),
            textcoords="offset points",
            ha=side,
            va="bottom",
            color=MUTED,
            size=12 * PX,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1},
        )


def label(ax: Axes, at: tuple[float, float], text: str, colour) -> None:
    """Beside the points that it names."""
    ax.text(*at, text, color=colour, va="center", linespacing=1.25)


def counts(data: str, found: dict, fig: Figure, narrow: bool) -> None:
    """Predicted, linear and nonlinear, on one axis of variances."""
    left = 0.08 if narrow else 0.05
    ax = fig.add_axes((left, 0.17, 0.97 - left, 0.72))
    frame = FRAMES[data]
    ax.set(xscale="log", xlim=frame["xlim"], ylim=(0, MOST))
    ax.minorticks_off()
    ticks = frame["ticks"]
    ax.set_xticks(
        ticks, ["½" if t == 1 / 2 else f"{t:g}" for t in ticks]
    )
    losses(ax, frame["losses"])
    staircase(ax, found["eigenvalues"][data])
    thin = {"elinewidth": PX, "markersize": 6 * PX}
    networks = found["network"][data]
    points(ax, networks, "latents", fmt="x", color=ORANGE, **thin)
    ring = {"markerfacecolor": "none", "markersize": 11 * PX}
    points(ax, networks, "directions", fmt="o", color=ORANGE, **ring)
    points(
        ax, found["linear"][data], "latents", fmt="o", color=INK, **thin
    )
    label(ax, frame["foretold"], "linear VAE:\npredicted, trained", INK)
    way = "network:\ndirections\nof its code"
    label(ax, frame["directions"], way, ORANGE)
    each = "network:\nlatents one by one"
    label(ax, frame["latents"], each, ORANGE)
    range_frame(ax)
    axes_labels(ax, "assumed variance σ²", "how many are in use")
