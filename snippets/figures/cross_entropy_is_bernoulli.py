"""What pixels cost, whether the coins are fair, what a miss adds."""

from statistics import fmean, stdev

from matplotlib.figure import Figure

from snippets.build.style import (
    MUTED,
    PX,
    axes_labels,
    chart,
    line,
    range_frame,
)
from snippets.figures.parts.cross_entropy_bowls import (
    bowls,
)
from snippets.figures.parts.cross_entropy_prices import HEIGHTS, prices
from snippets.figures.parts.cross_entropy_strip import costs
from snippets.measures.costs import TARGET
from snippets.words import fixed


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


def priced(found: dict) -> str:
    """What the first chart shows, in words."""
    each = [fixed(cost, 3) for cost in costs(found["hand"])]
    return (
        "Two curves of the cost of a pixel against the probability of"
        " ink that it was given: minus the logarithm of the"
        " probability of what came. Three pixels cost"
        f" {', '.join(each)} nats, and laid end to end they make up"
        " minus the logarithm of the product of their probabilities."
    )


def lopsided(found: dict) -> str:
    """What the last chart shows, in words."""
    low, high = (dot[1] for dot in found["bowls"][TARGET]["dots"])
    return (
        "Curves of the added cost around the shares 0.2, 0.5 and 0.8."
        " Around 0.8 a forecast that is too high by 0.1 costs"
        f" {fixed(high, 4)} nats, one that is too low by 0.1 costs"
        f" {fixed(low, 4)}. Around 0.2 it is the other way round, and"
        " around 0.5 both cost the same."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """Three charts."""
    return {
        "prices.html": chart(
            lambda fig, narrow: prices(found["hand"], fig, narrow),
            "prices",
            "column",
            HEIGHTS,
            priced(found),
        ),
        "fairness.html": chart(
            lambda fig, narrow: fairness(found, fig, narrow),
            "fairness",
            "column",
            (300, 280),
            "In each tenth of the probabilities the share of ink is"
            " close to what was said: the dots, means over the seeds,"
            " lie near the diagonal.",
        ),
        "bowls.html": chart(
            lambda fig, narrow: bowls(found["bowls"], fig, narrow),
            "bowls",
            "column",
            (280, 270),
            lopsided(found),
        ),
    }
