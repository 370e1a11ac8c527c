"""One digit along the axis of variances, and the Bernoulli's place."""

import math
from statistics import fmean, stdev

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build import picture
from snippets.build.palette import FAMILY
from snippets.build.style import INK, MUTED, PAPER, PX, chart
from snippets.words import fixed, fraction

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


def landing(ax: Axes, found: dict, narrow: bool) -> None:
    """Where cross-entropy has the rate of a squared error."""
    x = place(fmean(found["matched"]))
    ax.plot([x, x], [AXIS, AXIS - 0.36], color=BLUE, linewidth=1.5 * PX)
    ax.plot(x, AXIS, "D", color=BLUE)
    put(ax, found["bernoulli"], x, AXIS - 1.28)
    mean, sd = fmean(found["matched"]), stdev(found["matched"])
    said = (
        "Bernoulli: it brings its own variance,"
        f"\nand gets the rate of σ² = {fixed(mean, 2)} ± {fixed(sd, 2)}"
    )
    where = (x, AXIS - 1.4) if narrow else (x + 0.55, AXIS - 0.83)
    side = {"ha": "center", "va": "top"} if narrow else {"va": "center"}
    ax.text(*where, said, color=BLUE, linespacing=1.35, **side)


def ladder(found: dict, fig: Figure, narrow: bool) -> None:
    """Pictures above the axis, names below it."""
    ax = fig.add_axes((0, 0, 1, 1))
    variances = found["variances"]
    for variance, image in zip(
        variances, found["pictures"], strict=True
    ):
        put(ax, image, place(variance), AXIS + 0.12)
    line_of_variances(ax, variances)
    names = {
        variances[0]: "mean\nsquared\nerror\n+ KL",
        1.0: "SSE/2\n+ KL",
        0.5: "SSE\n+ KL",
    }
    losses(ax, names, CLOSE if narrow else 0.62)
    landing(ax, found, narrow)
    ax.text(
        -0.45,
        AXIS + 1.16,
        "variance σ² that the squared error assumes",
        color=INK,
    )
    ax.set_axis_off()
    end = place(min(variances))
    ax.set(xlim=(-0.46, end + 0.46), aspect="equal", anchor="NW")
    ax.set_ylim(AXIS - (2.15 if narrow else 1.4), AXIS + 1.35)


def draw(found: dict) -> dict[str, str | bytes]:
    """One chart, for both widths."""
    mean = fixed(fmean(found["matched"]), 2)
    steps = [fraction(variance) for variance in found["variances"]]
    alt = (
        "One handwritten digit reconstructed by the same network under"
        f" squared errors of variance {', '.join(steps)}: a blur on the"
        " left, sharp on the right. The Bernoulli's own reconstruction"
        f" stands at a variance of {mean}."
    )
    return {
        "ladder.html": chart(
            lambda fig, narrow: ladder(found, fig, narrow),
            "ladder",
            "full",
            (328, 160),
            alt,
        )
    }
