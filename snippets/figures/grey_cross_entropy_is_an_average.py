"""What a grey digit costs: its floor, the rest, and its tosses."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import INK, PX, chart
from snippets.figures.parts.grey_tosses import tossed
from snippets.figures.parts.panels import above, image, place, size
from snippets.words import fixed

BORDER = 2  # empty rows and columns on each side of the digit
FULL = 1.0  # nats that are drawn as full ink in both maps of cost
GAP = 14
TOP, BOTTOM = 28, 30  # pixels for the words above and below a panel
HEIGHTS = (198, 428)


def below(ax: Axes, text: str) -> None:
    """A sum under the left end of the axes."""
    ax.annotate(
        text,
        (0, 0),
        xycoords="axes fraction",
        xytext=(0, -7 * PX),
        textcoords="offset points",
        va="top",
        color=INK,
    )


def maps(found: dict, fig: Figure, narrow: bool) -> None:
    """Image, reconstruction, floor, rest: in one row or in two."""
    total = found["floor"] + found["excess"]
    panels = (
        ("the image x", ""),
        ("reconstruction m", f"costs {fixed(total, 1)} nats"),
        ("left if perfect", f"= {fixed(found['floor'], 1)} nats"),
        ("added by misses", f"+ {fixed(found['excess'], 1)} nats"),
    )
    columns = 2 if narrow else 4
    side = (size(fig)[0] - (columns - 1) * GAP) / columns
    for index, (name, amount) in enumerate(panels):
        row, column = divmod(index, columns)
        left = column * (side + GAP)
        top = TOP + row * (TOP + side + BOTTOM)
        ax = place(fig, (left, top, side, side))
        ink = np.clip(found["maps"][index] / FULL, 0, 1)
        image(ax, ink, BORDER)
        above(ax, name)
        below(ax, amount)


def sums(found: dict) -> str:
    """What the maps show, in words."""
    low, high = found["floor"], found["excess"]
    return (
        "A grey handwritten digit, its blurred reconstruction, and two"
        " maps of cost. The grey pixels, mostly at the edges of the"
        f" strokes, would cost {fixed(low, 1)} nats even under a"
        f" perfect reconstruction. The misses add {fixed(high, 1)}."
    )


def average(found: dict) -> str:
    """What the histogram shows, in words."""
    total = fixed(found["floor"] + found["excess"], 1)
    low, high = found["costs"].min(), found["costs"].max()
    return (
        "A grey digit and tosses of it to ink and paper, each with its"
        f" cost. A histogram of {len(found['costs']):,} such costs runs"
        f" from {fixed(low, 0)} to {fixed(high, 0)} nats; their mean"
        f" agrees with the grey cross-entropy, {total} nats."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """Two charts: the maps of cost, and the costs of the tosses."""
    return {
        "floor.html": chart(
            lambda fig, narrow: maps(found, fig, narrow),
            "floor",
            "column",
            HEIGHTS,
            sums(found),
        ),
        "tosses.html": chart(
            lambda fig, narrow: tossed(found, fig, narrow),
            "tosses",
            "column",
            (320, 330),
            average(found),
        ),
    }
