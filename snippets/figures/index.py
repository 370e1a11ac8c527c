"""One digit along the axis of variances, and the Bernoulli's place."""

from statistics import fmean, stdev

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import INK, PX, chart
from snippets.figures.parts.variances import (
    AXIS,
    BLUE,
    CLOSE,
    line_of_variances,
    losses,
    place,
    put,
)
from snippets.words import fixed, fraction


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
        "One handwritten digit, reconstructed by networks trained under"
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
