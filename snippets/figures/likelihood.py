"""Six laws with one mean, and what laws refuse."""

import math
import textwrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import MUTED, PX, chart, line
from snippets.figures.families import table
from snippets.figures.panels import above
from snippets.words import fixed

NAMES = {
    "bernoulli": "Bernoulli",
    "binomial": "binomial",
    "truncated-geometric": "truncated geometric",
    "beta-binomial": "beta-binomial",
    "discretised-gaussian": "discretised Gaussian",
    "discretised-logistic": "discretised logistic",
}
HIGHEST = 0.8  # of the axis of probability
HEIGHTS = (345, 570)


def panel(ax: Axes, name: str, masses: list[float]) -> None:
    """A stem for each count; the cost of count 0 in words."""
    colour = line(name)["color"]
    ax.vlines(
        range(len(masses)),
        0,
        masses,
        color=colour,
        linewidth=5 * PX,
    )
    mean = sum(k * mass for k, mass in enumerate(masses))
    ax.plot([mean], [-0.05], "^", color=MUTED, clip_on=False)
    ax.set_xlim(-0.6, len(masses) - 0.4)
    ax.set_ylim(0, HIGHEST)
    ax.set_xticks([0, 4, 8, 12, 16])
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    ax.tick_params(axis="x", length=0, pad=12 * PX)
    above(ax, NAMES[name], color=colour, weight="bold")
    ax.annotate(
        f"0 costs {fixed(-math.log(masses[0]))} nats",
        (1, 0.76),
        xycoords="axes fraction",
        ha="right",
        color=MUTED,
    )


def laws(found: dict, fig: Figure, narrow: bool) -> None:
    """Three panels in a row, or two where the page is narrow."""
    columns = 2 if narrow else 3
    rows = len(NAMES) // columns
    axes = fig.subplots(rows, columns, sharex=True, sharey=True)
    gap = 0.12 if narrow else 0.16
    fig.subplots_adjust(
        left=0,
        right=1,
        top=1 - 24 / HEIGHTS[narrow],
        bottom=30 / HEIGHTS[narrow],
        wspace=gap,
        hspace=0.6,
    )
    shown = found["masses"].items()
    for ax, (name, masses) in zip(axes.flat, shown, strict=True):
        panel(ax, name, masses)
        ax.tick_params(labelbottom=True)


def draw(found: dict) -> dict[str, str | bytes]:
    """The chart, the table of families and the refusals."""
    costs = ", ".join(
        f"{NAMES[name]} {fixed(-math.log(masses[0]))}"
        for name, masses in found["masses"].items()
    )
    alt = (
        "Bars for six laws of a pixel that counts from 0 to 16, each"
        " with the same mean. Their shapes differ, and so does what a"
        f" count of 0 costs, in nats: {costs}."
    )
    wrapped = [
        textwrap.fill(one, 70, subsequent_indent="  ")
        for one in found["refusals"]
    ]
    return {
        "laws.html": chart(
            lambda fig, narrow: laws(found, fig, narrow),
            "laws",
            "column",
            HEIGHTS,
            alt,
        ),
        "families.md": table(found),
        "refusals.txt": "\n".join(wrapped),
    }
