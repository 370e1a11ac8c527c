"""Values that one pixel takes, under two likelihoods."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from scipy.stats import norm

from snippets.build.style import INK, MUTED, PX, line
from snippets.figures.parts.panels import above, place

ENDS = (-0.8, 1.8)
BINS = 52
BOXES = {
    False: ((0, 44, 270, 190), (310, 44, 270, 190)),
    True: ((0, 44, 328, 170), (0, 292, 328, 170)),
}
HEIGHTS = (290, 520)


def axis(ax: Axes) -> None:
    """The values, with a triangle at each that the data know."""
    ax.set_xlim(*ENDS)
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    ax.set_xticks([-0.5, 0, 0.5, 1, 1.5], ["−½", "0", "½", "1", "1½"])
    ax.tick_params(axis="x", length=0, pad=12 * PX)
    low = -0.045 * ax.get_ylim()[1]
    ax.plot([0, 1], [low, low], "^", color=INK, clip_on=False)


def tossed(ax: Axes, x: np.ndarray) -> None:
    """Two bars, with the share of each."""
    ink = float(x.mean())
    colour = line("bernoulli")["color"]
    for value, height in ((0, 1 - ink), (1, ink)):
        ax.bar(value, height, width=0.05, color=colour)
        text = f"{100 * height:.0f} %"
        ax.text(value, height + 0.02, text, ha="center")
    ax.set_ylim(0, 1.35 * max(ink, 1 - ink))


def scattered(ax: Axes, x: np.ndarray) -> None:
    """A histogram, and the bell with its mean and variance."""
    colour = line("gaussian")["color"]
    ax.hist(
        x,
        bins=np.linspace(*ENDS, BINS + 1),
        density=True,
        color=colour,
        alpha=0.45,
    )
    grid = np.linspace(*ENDS, 200)
    bell = norm.pdf(grid, x.mean(), x.std())
    ax.plot(grid, bell, color=INK, linewidth=1.5 * PX)
    ax.set_ylim(0, 1.6 * bell.max())
    ax.annotate(
        "a Gaussian with the same\nmean and variance",
        (x.mean(), bell.max()),
        xytext=(0, 12 * PX),
        textcoords="offset points",
        ha="center",
        va="bottom",
        color=MUTED,
    )
    beyond(ax, x)


def beyond(ax: Axes, x: np.ndarray) -> None:
    """Which part of the hill lies where no image has a value."""
    sides = (
        ((x < 0).mean(), "below 0", 0, "left"),
        ((x > 1).mean(), "above 1", 1, "right"),
    )
    for share, where, end, how in sides:
        ax.text(
            end,
            0.42,
            f"{100 * share:.0f} %\n{where}",
            transform=ax.transAxes,
            ha=how,
            color=line("gaussian")["color"],
        )


def pixel(found: dict, fig: Figure, narrow: bool) -> None:
    """Left the coins, right the bells; below on a phone."""
    panels = (
        ("bernoulli", "Bernoulli likelihood", tossed, "tossed"),
        ("gaussian", "Gaussian likelihood", scattered, "scattered"),
    )
    for box, (law, name, show, key) in zip(
        BOXES[narrow], panels, strict=True
    ):
        ax = place(fig, box)
        show(ax, found[key])
        axis(ax)
        above(ax, name, color=line(law)["color"], weight="bold")
        ax.annotate(
            "value of the pixel",
            (1, 0),
            xycoords="axes fraction",
            xytext=(0, -38 * PX),
            textcoords="offset points",
            ha="right",
            va="top",
            color=MUTED,
        )
