"""Squared error step by step: two starts, two ways of descending."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator

from snippets.build.palette import FAMILY
from snippets.build.style import MUTED, PX, range_frame
from snippets.experiments.links import EVERY
from snippets.figures.parts.mismatch_pulls import STYLES
from snippets.figures.parts.panels import above, place

BLUE, ORANGE = FAMILY["bernoulli"][0], FAMILY["gaussian"][0]
HEIGHTS = (510, 880)
PANELS = {
    "sgd_usual": "plain descent, usual start",
    "sgd_wrong": "plain descent, all ink",
    "adam_usual": "Adam, usual start",
    "adam_wrong": "Adam, all ink",
}
PLACES = {False: ((42, 52), (338, 52), (42, 292), (338, 292))}
PLACES[True] = tuple((42, 52 + 212 * i) for i in range(4))
SIZES = {False: (230, 160), True: (270, 126)}
TICKS = (0.05, 0.1, 0.2, 0.5, 1.0)
# Panel, place, text: the labels of the lines.
NAMES = (
    ("sgd_usual", (40, 0.26), "behind a sigmoid: both alike", MUTED),
    ("sgd_usual", (100, 0.051), "squared error, linear", ORANGE),
    ("sgd_wrong", (80, 0.88), "squared error, sigmoid", ORANGE),
    ("sgd_wrong", (90, 0.16), "cross-entropy, sigmoid", BLUE),
    ("sgd_wrong", (120, 0.05), "squared error, linear", ORANGE),
    ("adam_usual", (60, 0.12), "all three alike", MUTED),
    ("adam_wrong", (60, 0.17), "squared error, sigmoid", ORANGE),
    ("adam_wrong", (60, 0.30), "cross-entropy, sigmoid", BLUE),
    ("adam_wrong", (120, 0.047), "squared error, linear", ORANGE),
)


def bundle(ax: Axes, errors: list[list[float]], style: dict) -> None:
    """The mean over seeds, and the band of all of them."""
    rows = np.array(errors)
    steps = EVERY * np.arange(rows.shape[1])
    ax.fill_between(
        steps,
        rows.min(0),
        rows.max(0),
        color=style["color"],
        alpha=0.18,
        linewidth=0,
    )
    ax.plot(steps, rows.mean(0), **style)


def panel(ax: Axes, name: str, found: dict) -> None:
    """One start, one way of descending, three losses."""
    for loss, style in STYLES.items():
        bundle(ax, found[f"{name}_{loss}"]["error"], style)
    for where, at, text, colour in NAMES:
        if where == name:
            ax.text(*at, text, color=colour, va="center")
    ax.set(yscale="log", xlim=(0, None), ylim=(0.043, 1.4))
    ax.yaxis.set_major_locator(FixedLocator(TICKS))
    ax.yaxis.set_minor_locator(NullLocator())
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    ax.set_xticks([0, 100, 200, 300])
    range_frame(ax)
    above(ax, PANELS[name])


def courses(found: dict, fig: Figure, narrow: bool) -> None:
    """Four panels: two by two, or one below the other."""
    for name, at in zip(PANELS, PLACES[narrow], strict=True):
        ax = place(fig, (*at, *SIZES[narrow]))
        panel(ax, name, found)
    ax.annotate(
        "training steps",
        (1, 0),
        xycoords="axes fraction",
        xytext=(0, -30 * PX),
        textcoords="offset points",
        ha="right",
        va="top",
        color=MUTED,
    )
    title = "squared error per pixel, test images"
    fig.text(0, 1, title, color=MUTED, va="top")
