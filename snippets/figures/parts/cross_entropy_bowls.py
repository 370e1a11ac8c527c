"""What a miss adds to the cost of a toss, around three shares."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    INK,
    PAPER,
    PX,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.panels import place, size
from snippets.measures.costs import HIGHEST
from snippets.words import fixed

SMALL = {"va": "center", "fontsize": 12 * PX}


def values(ax: Axes, dots: list[list[float]], share: float) -> None:
    """Two dots, and their nats between them."""
    for m, nats in dots:
        ax.plot(m, nats, "o", color=INK, zorder=3)
        inwards = 1 if m < share else -1
        ax.annotate(
            fixed(nats, 4),
            (m, nats),
            xytext=(inwards * 8 * PX, 0),
            textcoords="offset points",
            ha="left" if inwards > 0 else "right",
            **SMALL,
        )


def even(ax: Axes, dots: list[list[float]], share: float) -> None:
    """Two dots of one height, and their nats once."""
    for m, nats in dots:
        ax.plot(m, nats, "o", color=INK, zorder=3)
    nats = dots[0][1]
    ax.text(share, nats, fixed(nats, 4), ha="center", **SMALL)


def bowl(ax: Axes, share: float, found: dict) -> None:
    """One curve, its name, and a dot on either side."""
    style = line("bernoulli", clip_on=False)
    ax.plot(found["m"], found["nats"], **style)
    ax.plot(share, 0, "o", mfc=PAPER, zorder=3, **style)
    name = f"share\n{fixed(share, 1)}"
    middle = {"ha": "center", "va": "center", "color": style["color"]}
    ax.text(share, 0.073, name, **middle)
    (_, low), (_, high) = found["dots"]
    write = even if abs(low - high) < 1e-9 else values
    write(ax, found["dots"], share)


def bowls(found: dict, fig: Figure, narrow: bool) -> None:
    """Three curves over one axis of forecasts."""
    across, down = size(fig)
    left = 42
    ax = place(fig, (left, 34, across - left - 8, down - 34 - 58))
    for share, each in found.items():
        bowl(ax, share, each)
    ax.set(xlim=(0, 1), ylim=(0, HIGHEST))
    ax.set_xticks([0, *found, 1])
    ax.set_yticks([0, HIGHEST / 2, HIGHEST])
    range_frame(ax)
    axes_labels(ax, "forecast m", "added cost, nats per toss")
