"""One digit and its coins, and whether the coins are fair."""

from statistics import fmean, stdev

from matplotlib.figure import Figure

from snippets.build import picture
from snippets.build.style import (
    MUTED,
    PX,
    axes_labels,
    chart,
    line,
    range_frame,
)
from snippets.words import fixed

CROP = slice(2, -2)  # MNIST's empty border


def coins(found: dict, fig: Figure, narrow: bool) -> None:
    """The input, the map of m, the map of nats."""
    top = max(found["dearest"], 1)
    panels = (
        ("the image x", found["picture"], "784 pixels, ink or none"),
        ("the coins m", found["m"], "one probability a pixel"),
        (
            "the cost",
            found["cost"] / top,
            f"adds up to {fixed(found['total'], 1)} nats",
        ),
    )
    width = 0.30
    for place, (title, image, note) in enumerate(panels):
        ax = fig.add_axes((place * 0.35, 0.13, width, 0.76))
        ax.imshow(picture.rgba(image[CROP, CROP]), interpolation="none")
        ax.set_axis_off()
        size = (11 if narrow else 13) * PX
        ax.text(0, 1.03, title, transform=ax.transAxes, size=size)
        ax.text(
            0,
            -0.03,
            note,
            transform=ax.transAxes,
            size=(9 if narrow else 12) * PX,
            color=MUTED,
            va="top",
        )


def fairness(found: dict, fig: Figure, narrow: bool) -> None:
    """Share of ink against the probability that was said."""
    left = 0.12 if narrow else 0.08
    ax = fig.add_axes((left, 0.17, 0.97 - left, 0.70))
    ax.plot([0, 1], [0, 1], color=MUTED, linewidth=1 * PX)
    each = found["calibration"]
    said = list(zip(*(c["said"] for c in each), strict=True))
    seen = list(zip(*(c["seen"] for c in each), strict=True))
    ax.errorbar(
        [fmean(s) for s in said],
        [fmean(s) for s in seen],
        yerr=[stdev(s) for s in seen],
        marker="o",
        clip_on=False,
        **line("bernoulli", linestyle="none"),
    )
    ax.set(xlim=(0, 1), ylim=(0, 1))
    range_frame(ax)
    given = "probability that the decoder gave"
    axes_labels(ax, given, "share that was ink")


def draw(found: dict) -> dict[str, str | bytes]:
    """Two charts."""
    total = fixed(found["total"], 1)
    return {
        "coins.html": chart(
            lambda fig, narrow: coins(found, fig, narrow),
            "coins",
            "column",
            (225, 138),
            f"A handwritten {found['digit']}, the map of its Bernoulli"
            " parameters, and the map of nats per pixel, which adds up"
            f" to {total}.",
        ),
        "fairness.html": chart(
            lambda fig, narrow: fairness(found, fig, narrow),
            "fairness",
            "column",
            (300, 280),
            "In each tenth of the probabilities the share of ink is"
            " what was said: the dots lie on the diagonal.",
        ),
    }
