"""What tosses, test images and thresholds cost, all in one chart."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import (
    INK,
    MUTED,
    PX,
    RULE,
    axes_labels,
    range_frame,
)

BLUE = FAMILY["bernoulli"][0]
BIN = 0.5  # of the standard deviation of a toss
FILLS = {"thresholds": RULE, "tosses": BLUE, "digits": None}
LINES = {"thresholds": MUTED, "tosses": BLUE, "digits": INK}


def shares(costs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Per cent of the pictures in each bin, and the bins' edges."""
    low = np.floor(costs.min() / BIN) * BIN
    edges = np.arange(low, costs.max() + BIN, BIN)
    counts, _ = np.histogram(costs, edges)
    return 100 * counts / len(costs), edges


def steps(ax: Axes, costs: np.ndarray, name: str) -> None:
    """A histogram as an outline, filled but for the test images."""
    share, edges = shares(costs)
    if FILLS[name]:
        style = {"color": FILLS[name], "alpha": 0.4, "lw": 0}
        ax.stairs(share, edges, fill=True, **style)
    ax.stairs(share, edges, color=LINES[name], lw=1.5 * PX)


def names(ax: Axes, prices: dict[str, np.ndarray]) -> None:
    """What each histogram shows, beside it."""
    share, edges = shares(prices["thresholds"])
    at = edges[share.argmax()] + BIN / 2
    style = {"ha": "center", "color": MUTED}
    ax.text(at, share.max() + 0.7, "thresholds", **style)
    top = shares(prices["tosses"])[0].max()
    ax.text(0.8, top, "tosses", color=BLUE, va="center")
    share, edges = shares(prices["digits"])
    bin_ = np.flatnonzero(edges[:-1] >= 2.5)[0]
    ax.text(edges[bin_] + 0.2, share[bin_] + 0.8, "test images")


def histogram(found: dict, fig: Figure, narrow: bool) -> None:
    """Three histograms of cost, each from what is to be expected."""
    left = 0.1 if narrow else 0.06
    ax = fig.add_axes((left, 0.19, 0.96 - left, 0.66))
    prices = found["prices"]
    ax.axvline(0, color=MUTED, lw=PX, zorder=0)
    for name in FILLS:
        steps(ax, prices[name], name)
    names(ax, prices)
    ax.set_ylim(0, 28)
    ax.set_xticks(range(-6, 10, 3))
    range_frame(ax)
    below = "standard deviations above the expected cost"
    axes_labels(ax, below, "% of pictures")
