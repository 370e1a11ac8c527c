"""The numbers of many draws of one image's code."""

from statistics import fmean, stdev

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import (
    INK,
    MUTED,
    PAPER,
    PX,
    axes_labels,
    range_frame,
)
from snippets.words import fixed

BLUE = FAMILY["bernoulli"][0]
BINS = 31


def marks(ax: Axes, found: dict, heights: np.ndarray) -> None:
    """The mean, one deviation to each side, and the draw shown."""
    draws, top = found["draws"], 1.08 * heights.max()
    mean, sd = fmean(draws), stdev(draws)
    style = {"color": INK, "lw": 1.5 * PX}
    ax.plot([mean, mean], [0, top], **style)
    ax.plot([mean - sd, mean + sd], [top, top], **style)
    said = f"mean {fixed(mean, 1)}, sd {fixed(sd, 1)}"
    at = {"textcoords": "offset points", "ha": "center"}
    ax.annotate(said, (mean, top), xytext=(0, 5 * PX), **at)
    ring = {"marker": "o", "mec": INK, "mfc": PAPER, "zorder": 4}
    ax.plot(draws[0], 0, clip_on=False, **ring)
    said = f"○ the draw shown above, {fixed(draws[0], 1)}"
    right = {"ha": "right", "color": MUTED}
    ax.text(max(draws), 0.86 * top, said, **right)


def sentence_draws(found: dict, fig: Figure, narrow: bool) -> None:
    """A histogram in the colour of the law that sets the costs."""
    left = 0.11 if narrow else 0.07
    ax = fig.add_axes((left, 0.24, 0.97 - left, 0.62))
    heights, *_ = ax.hist(
        found["draws"], BINS, color=BLUE, edgecolor=PAPER, lw=PX
    )
    marks(ax, found, heights)
    ax.set_ylim(0, 1.25 * heights.max())
    ax.set_yticks([0, 50, 100])
    range_frame(ax)
    axes_labels(ax, "nats, for one draw of the code", "draws")
