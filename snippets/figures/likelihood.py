"""Six laws with one mean, and what laws refuse."""

import math
import textwrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import MUTED, PX, chart, line
from snippets.figures.parts.families import table
from snippets.figures.parts.panels import above
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


def bars(ax: Axes, masses: list[float], colour: str) -> None:
    """A bar for each count: that of 0 full, the others pale."""
    ax.bar(0, masses[0], width=0.6, color=colour)
    others = range(1, len(masses))
    ax.bar(others, masses[1:], width=0.6, color=colour, alpha=0.45)
    mean = sum(k * mass for k, mass in enumerate(masses))
    ax.plot([mean], [-0.05], "^", color=MUTED, clip_on=False)


def cost(ax: Axes, nats: float) -> None:
    """What a count of 0 costs, in figures that catch the eye."""
    large = {"fontsize": 17 * PX, "weight": "bold"}
    lines = (
        (f"{fixed(nats)} nats", 0, large),
        ("for a count of 0", 25, {}),
    )
    for text, down, look in lines:
        ax.annotate(
            text,
            (1, 1),
            xycoords="axes fraction",
            xytext=(0, -down * PX),
            textcoords="offset points",
            ha="right",
            va="top",
            **look,
        )


def panel(ax: Axes, name: str, masses: list[float]) -> None:
    """One law: its name, its bars, and what a count of 0 costs."""
    colour = line(name)["color"]
    bars(ax, masses, colour)
    cost(ax, -math.log(masses[0]))
    ax.set_xlim(-0.6, len(masses) - 0.4)
    ax.set_ylim(0, HIGHEST)
    ax.set_xticks([0, 4, 8, 12, 16])
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    ax.tick_params(axis="x", length=0, pad=12 * PX)
    above(ax, NAMES[name], color=colour, weight="bold")


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
