"""A bell over the pixels that came, and the width of three bells."""

import math

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from scipy.stats import norm

from snippets.build.style import INK, MUTED, PX, line
from snippets.figures.parts.panels import place
from snippets.words import fixed

ENDS = (-1.6, 2.2)
TICKS = ([-1, 0, 1, 2], ["−1", "0 = paper", "1 = ink", "2"])
BOXES = {
    False: ((10, 46, 560, 190), (10, 282, 560, 152)),
    True: ((6, 62, 316, 170), (6, 278, 316, 152)),
}
HEIGHTS = (444, 440)
ORANGE = line("gaussian")["color"]
SAID = {
    "pixels": "the pixels that came",
    "sum": "SSE + KL assumes",
    "half": "SSE / 2 + KL assumes",
    "mean": "MSE + KL assumes",
}


def pixels(ax: Axes, density: np.ndarray) -> None:
    """Bars from paper to ink, their area 1."""
    edges = np.linspace(0, 1, len(density) + 1)
    ax.bar(
        edges[:-1],
        density,
        width=np.diff(edges),
        align="edge",
        color=MUTED,
        alpha=0.5,
        linewidth=0,
    )


def bell(ax: Axes, centre: float, variance: float) -> None:
    """To the same scale; what lies outside is filled."""
    grid = np.linspace(*ENDS, 400)
    height = norm.pdf(grid, centre, math.sqrt(variance))
    ax.plot(grid, height, **line("gaussian"))
    for side in (grid <= 0, grid >= 1):
        fill = {"color": ORANGE, "alpha": 0.3, "linewidth": 0}
        ax.fill_between(grid[side], height[side], **fill)


def bell_names(ax: Axes, found: dict, narrow: bool) -> None:
    """What the bars are, and what the bell is."""
    ax.text(
        0.24,
        found["density"][0],
        "where the decoder\nsaid " + fixed(found["at"], 1),
        va="top",
        color=MUTED,
    )
    share = fixed(100 * found["outside"]["sum"], 0)
    gap = "\n" if narrow else " "
    ax.text(
        ENDS[0],
        0.95,
        f"the bell of{gap}SSE + KL:\n{share} % outside",
        va="bottom",
        color=ORANGE,
    )


def width(
    ax: Axes, row: int, name: str, centre: float, sd: float
) -> None:
    """One standard deviation to both sides, and its name."""
    colour = INK if name == "pixels" else ORANGE
    low, high = max(centre - sd, ENDS[0]), min(centre + sd, ENDS[1])
    ax.plot([low, high], [-row, -row], color=colour, lw=3 * PX)
    for end, mark in ((low, "<"), (high, ">")):
        leaves = end in ENDS
        shape = mark if leaves else "|"
        ax.plot(end, -row, shape, color=colour, clip_on=False)
    digits = 1 if sd > 2 else 2
    said = f"{SAID[name]} ± {fixed(sd, digits)}"
    ax.text(ENDS[0], 0.2 - row, said, va="bottom", color=colour)


def bells(found: dict, fig: Figure, narrow: bool) -> None:
    """Above the bars and the bell, below four widths."""
    top, low = (place(fig, box) for box in BOXES[narrow])
    pixels(top, found["density"])
    bell(top, found["at"], found["bells"]["sum"])
    bell_names(top, found, narrow)
    top.set(xlim=ENDS, ylim=(0, None), yticks=[])
    top.spines["left"].set_visible(False)
    top.set_xticks(*TICKS)
    said = "value of a pixel; bars and bell both have the area 1"
    if narrow:
        said = said.replace("; ", ";\n")
    top.annotate(
        said,
        (0, 1),
        xycoords="axes fraction",
        xytext=(0, 12 * PX),
        textcoords="offset points",
        color=MUTED,
        va="bottom",
    )
    width(low, 0, "pixels", found["at"], found["scatter"])
    for row, (name, variance) in enumerate(found["bells"].items()):
        width(low, row + 1, name, found["at"], math.sqrt(variance))
    low.set(xlim=ENDS, ylim=(-3.4, 0.75))
    low.set_axis_off()
