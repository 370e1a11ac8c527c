"""The axis of variances, with pictures above and names below."""

import math

import numpy as np
from matplotlib.axes import Axes

from snippets.build import picture
from snippets.build.palette import FAMILY
from snippets.build.style import MUTED, PAPER, PX
from snippets.words import fraction

CROP = slice(2, -2)  # MNIST's empty border
BREAK = 1.3  # from the far left to the variance of one, in doublings
BLUE, ORANGE = FAMILY["bernoulli"][0], FAMILY["gaussian"][0]
CLOSE = 0.5  # names right below the ticks, where room is short
AXIS = 0.0  # height of the axis; one unit is one doubling


def place(variance: float) -> float:
    """Doublings to the right; what is far off stands at zero."""
    return BREAK - math.log2(variance) if variance <= 1 else 0.0


def put(ax: Axes, image: np.ndarray, x: float, y: float) -> None:
    """A picture of 0.9 doublings, centred on x, above y."""
    ax.imshow(
        picture.rgba(image[CROP, CROP]),
        interpolation="none",
        extent=(x - 0.45, x + 0.45, y, y + 0.9),
    )


def line_of_variances(ax: Axes, variances: list[float]) -> None:
    """The axis, broken where it skips, and its ticks."""
    style = {"color": MUTED, "linewidth": 1 * PX}
    end = place(min(variances))
    ax.plot([-0.3, 0.45], [AXIS, AXIS], **style)
    ax.plot([0.85, end + 0.3], [AXIS, AXIS], **style)
    ax.text(0.65, AXIS, "…", ha="center", va="center", color=MUTED)
    for variance in variances:
        x = place(variance)
        ax.plot([x, x], [AXIS, AXIS - 0.06], **style)
        ax.text(
            x,
            AXIS - 0.12,
            fraction(variance),
            ha="center",
            va="top",
            color=MUTED,
        )


def losses(ax: Axes, names: dict[float, str], drop: float) -> None:
    """What people write, and the variance that it assumes."""
    for variance, name in names.items():
        x = place(variance)
        if drop > CLOSE:
            ends = [AXIS - 0.36, AXIS - drop + 0.03]
            ax.plot([x, x], ends, color=ORANGE, linewidth=1 * PX)
        ax.plot(x, AXIS, "o", color=ORANGE, markerfacecolor=PAPER)
        ax.text(
            x, AXIS - drop, name, ha="center", va="top", color=ORANGE
        )
