"""The rate against the variance that the loss assumes."""

from statistics import fmean, stdev

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    MUTED,
    PAPER,
    PX,
    axes_labels,
    line,
    range_frame,
)

HEIGHTS = (330, 350)
ENDS = (700, 1 / 40)  # the noise falls to the right
TOP = 45  # nats
TICKS = {392: "392", 19.6: "19.6", 1: "1", 1 / 8: "⅛", 1 / 32: "1/32"}
# Name, and where it stands beside its ring, in pixels.
NAMES = {
    392.0: ("MSE + KL", (-16, 9), "bottom"),
    19.6: ("MSE + mean KL", (-30, 9), "bottom"),
    1.0: ("SSE / 2 + KL", (26, -4), "center"),
    0.5: ("SSE + KL", (14, -12), "center"),
}
ORANGE = line("gaussian")["color"]
BLUE = line("bernoulli")["color"]


def swept(ax: Axes, sweep: dict[float, dict]) -> None:
    """A ring for each variance, with one standard deviation."""
    variances = sorted(sweep)
    rates = [sweep[variance]["rate"] for variance in variances]
    means = [fmean(rate) for rate in rates]
    ax.plot(variances, means, **line("gaussian"), zorder=2)
    ax.errorbar(
        variances,
        means,
        yerr=[stdev(rate) for rate in rates],
        marker="o",
        markerfacecolor=PAPER,
        clip_on=False,
        zorder=3,
        **line("gaussian", linestyle="none"),
    )


def named(ax: Axes, sweep: dict[float, dict]) -> None:
    """The losses that people write, beside their rings."""
    for variance, (name, (right, up), how) in NAMES.items():
        ring = min(sweep, key=lambda v: abs(v - variance))
        ax.annotate(
            name,
            (ring, fmean(sweep[ring]["rate"])),
            xytext=(right * PX, up * PX),
            textcoords="offset points",
            va=how,
            color=ORANGE,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1},
        )


def levels(ax: Axes, coins: dict[str, dict]) -> None:
    """The rates of cross-entropy, at two prices of the rate."""
    names = {"bernoulli": "+ KL", "colours": "+ 3 KL"}
    for name, said in names.items():
        rate = fmean(coins[name]["rate"])
        ax.axhline(rate, color=BLUE, linewidth=1.5 * PX, zorder=1)
        ax.annotate(
            f"cross-entropy {said}",
            (0, rate),
            xycoords=("axes fraction", "data"),
            xytext=(0, 4 * PX),
            textcoords="offset points",
            va="bottom",
            color=BLUE,
        )


def worth(ax: Axes, spread: float) -> None:
    """No code above this line is worth its price."""
    grid = np.geomspace(*ENDS, 200)
    most = spread / (2 * grid)
    shown = most <= TOP
    ax.plot(grid[shown], most[shown], color=MUTED, lw=1 * PX)
    lines = ["a code above", "this line is not", "worth its price"]
    for row, text in enumerate(lines):
        ax.annotate(
            text,
            (spread / 2 / 38, 38),
            xytext=(-20 * PX, -17 * row * PX),
            textcoords="offset points",
            ha="right",
            va="center",
            color=MUTED,
        )


def rates(found: dict, fig: Figure, narrow: bool) -> None:
    """The sweep, the ceiling, and the levels of cross-entropy."""
    left = 0.09 if narrow else 0.055
    ax = fig.add_axes((left, 0.165, 0.96 - left, 0.725))
    ax.set_xscale("log")
    ax.set(xlim=ENDS, ylim=(0, TOP))
    levels(ax, found["coins"])
    worth(ax, found["spread"])
    swept(ax, found["sweep"])
    named(ax, found["sweep"])
    ax.set_xticks(list(TICKS), list(TICKS.values()))
    ax.minorticks_off()
    ax.set_yticks([0, 20, 40])
    range_frame(ax)
    axes_labels(ax, "variance σ² that the loss assumes", "rate, nats")
