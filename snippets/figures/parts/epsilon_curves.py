"""Loss and slope of one pixel against its logit, two ways."""

import math
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    INK,
    MUTED,
    PX,
    RULE,
    line,
    range_frame,
)
from snippets.figures.parts.panels import above, place
from snippets.words import fixed

DASHES = (0, (3, 1.5))
TICKS = (-40, -20, 0, 20, 40)


class Panel(NamedTuple):
    """What one pair of axes shows, and how far up it goes."""

    pixel: int  # 0: ink, 1: paper
    measure: int  # 0: loss, 1: slope
    title: str
    ends: tuple[float, float]
    ticks: tuple[float, ...]


PANELS = (
    Panel(
        0, 0, "the pixel is ink: its loss, nats", (0, 40), (0, 20, 40)
    ),
    Panel(1, 0, "the pixel is paper: its loss", (0, 40), (0, 20, 40)),
    Panel(0, 1, "ink: the slope", (-1, 0), (-1, 0)),
    Panel(1, 1, "paper: the slope", (0, 1), (0, 1)),
)


def beyond(ax: Axes, start: float, word: str) -> None:
    """The region in which the guarded form has no finite value."""
    ax.axvspan(start, 40, color=RULE, alpha=0.55, linewidth=0)
    ax.text(
        (start + 40) / 2,
        0.5,
        word,
        transform=ax.get_xaxis_transform(),
        ha="center",
        va="center",
        color=INK,
        weight="bold",
    )


def pair(ax: Axes, found: dict, panel: Panel, certain: float) -> None:
    """The exact curve, and the guarded one as far as it goes."""
    logits = found["logits"]
    exact = found["exact"][panel.pixel, panel.measure]
    guarded = found["guarded"][panel.pixel, panel.measure]
    ax.plot(logits, exact, **line("bernoulli", clip_on=False))
    real = np.where(np.isfinite(guarded), guarded, np.nan)
    style = {"linestyle": DASHES, "linewidth": 2 * PX}
    ax.plot(logits, real, color=INK, clip_on=False, **style)
    infinite = panel.pixel and not panel.measure
    beyond(ax, certain, "∞" if infinite else "NaN")
    ax.set(xlim=(-40, 40), ylim=panel.ends)
    ax.set_xticks(TICKS, [str(t).replace("-", "−") for t in TICKS])
    ax.set_yticks(panel.ticks)
    range_frame(ax)


def names(ax: Axes, cap: str) -> None:
    """What the lines are, in the first panel."""
    ax.annotate(
        "from logits",
        (-27, 33),
        color=line("bernoulli")["color"],
    )
    ax.annotate(f"with 1e-10:\nat most {cap}", (-14, 20), color=INK)


def boxes(narrow: bool) -> list[tuple[float, float, float, float]]:
    """Left, top, width, height of each panel, in pixels."""
    if narrow:
        order = (0, 2, 1, 3)
        tops = (30, 232, 378, 580)
        heights = (130, 74, 130, 74)
        laid = dict(
            zip(order, zip(tops, heights, strict=True), strict=True)
        )
        return [(26, laid[i][0], 296, laid[i][1]) for i in range(4)]
    wide = [(26, 30, 244, 170), (326, 30, 244, 170)]
    return [*wide, (26, 272, 244, 90), (326, 272, 244, 90)]


def curves(found: dict, fig: Figure, narrow: bool) -> None:
    """Ink left, paper right; on a phone one below the other."""
    certain = found["edges"]["float32"]["certain"]
    for panel, box in zip(PANELS, boxes(narrow), strict=True):
        ax = place(fig, box)
        pair(ax, found, panel, certain)
        above(ax, panel.title)
        if panel.measure:
            ax.annotate(
                "logit",
                (1, 0),
                xycoords="axes fraction",
                xytext=(0, -34 * PX),
                textcoords="offset points",
                ha="right",
                va="top",
                color=MUTED,
            )
        if panel is PANELS[0]:
            names(ax, fixed(-math.log(1e-10)))
