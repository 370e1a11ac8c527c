"""What a pixel costs against its forecast, and three pixels."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import PX, axes_labels, line, range_frame
from snippets.figures.parts.cross_entropy_strip import (
    Hand,
    costs,
    pixel,
    strip,
)
from snippets.figures.parts.panels import place, size
from snippets.words import fixed

HEIGHTS = (376, 396)
HIGHEST = 3.0  # nats
NAMES = {
    (0.1, "left"): "ink came:\n−log m",
    (0.9, "right"): "paper came:\n−log(1 − m)",
}
# Where the label of each dot stands, in pixels from the dot.
BESIDE = ((0, 13, "center"), (0, -24, "center"), (11, 2, "left"))


def curves(ax: Axes) -> None:
    """The cost of ink and of paper, each named at its upper end."""
    nats = np.linspace(0, HIGHEST, 121)
    style = line("bernoulli", clip_on=False)
    for came in (np.exp(-nats), 1 - np.exp(-nats)):
        ax.plot(came, nats, **style)
    text = {"va": "top", "color": style["color"], "linespacing": 1.35}
    for (m, side), name in NAMES.items():
        ax.text(m, HIGHEST, name, ha=side, **text)


def dots(ax: Axes, hand: Hand, narrow: bool) -> None:
    """Each pixel on the curve of what came."""
    unit = "" if narrow else " nats"
    rows = zip(hand, costs(hand), BESIDE, strict=True)
    for (x, m), cost, (right, up, side) in rows:
        pixel(ax, x, (m, cost))
        ax.annotate(
            fixed(cost, 3) + unit,
            (m, cost),
            xytext=(right * PX, up * PX),
            textcoords="offset points",
            ha=side,
        )


def prices(hand: Hand, fig: Figure, narrow: bool) -> None:
    """Curves with their dots above, the sum below."""
    across, down = size(fig)
    bar = 26
    top = down - bar - (48 if narrow else 28)
    ax = place(fig, (26, 34, across - 34, top - 122))
    curves(ax)
    dots(ax, hand, narrow)
    ax.set(xlim=(0, 1), ylim=(0, HIGHEST), yticks=[0, 1, 2, 3])
    range_frame(ax)
    axes_labels(ax, "forecast m: probability of ink", "cost, nats")
    strip(place(fig, (0, top, across, bar)), hand, narrow)
