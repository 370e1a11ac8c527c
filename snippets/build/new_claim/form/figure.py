"""new claim: what is drawn, in a few words."""

from matplotlib.figure import Figure

from snippets.build.style import axes_labels, chart, line, range_frame
from snippets.words import spread


def found_rates(found: dict, fig: Figure, narrow: bool) -> None:
    """One dot a seed."""
    left = 0.12 if narrow else 0.07
    ax = fig.add_axes((left, 0.28, 0.97 - left, 0.55))
    rates = found["rate"]
    style = line("bernoulli", marker="o")
    ax.plot(range(len(rates)), rates, **{**style, "linestyle": ""})
    ax.set_xticks(range(len(rates)))
    ax.margins(x=0.05, y=0.2)
    range_frame(ax)
    axes_labels(ax, "seed", "nats per image")


def draw(found: dict) -> dict[str, str]:
    """One chart, for a wide screen and for a phone."""
    # new claim: what the figure shows, for those who cannot see it.
    said = f"Five dots, at {spread(found['rate'], 1)} nats per image."
    return {
        "found.html": chart(
            lambda fig, narrow: found_rates(found, fig, narrow),
            "found",
            "column",
            (220, 220),
            said,
        )
    }
