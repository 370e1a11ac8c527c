"""The frontier of squared error, and ten digits under four losses."""

from statistics import fmean, stdev

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build import picture
from snippets.build.palette import FAMILY
from snippets.build.style import (
    MUTED,
    PAPER,
    axes_labels,
    chart,
    line,
    range_frame,
)
from snippets.words import fixed, fraction

CROP = slice(2, -2)  # MNIST's empty border
FOLDER = "generated/mse_hides_a_variance"
NAMED = {1.0: "SSE / 2 + KL, σ² = 1", 0.5: "SSE + KL, σ² = ½"}
KEY = '<span class="f key f-bernoulli">cross-entropy</span> + KL'
ROWS = {
    "input": ("input", "Ten handwritten digits, 0 to 9."),
    "mean": (
        "mean squared error + KL",
        "Ten times the same blur, the mean image.",
    ),
    "half": ("SSE / 2 + KL", "Ten vague digits, many ambiguous."),
    "sum": ("SSE + KL", "Ten soft digits."),
    "bernoulli": (
        KEY,
        "Clearer shapes; the 4 reads as a 9, the 5 is ambiguous.",
    ),
}


def bars(ax: Axes, scores: dict, family: str, marker: str) -> None:
    """Mean and one standard deviation, both ways."""
    rate, error = scores["rate"], scores["error"]
    face = PAPER if marker == "o" else FAMILY[family][0]
    ax.errorbar(
        fmean(rate),
        fmean(error),
        xerr=stdev(rate),
        yerr=stdev(error),
        marker=marker,
        markerfacecolor=face,
        clip_on=False,
        zorder=3,
        **line(family, linestyle="none"),
    )


def note(ax: Axes, scores: dict, text: str, family: str) -> None:
    """A label to the upper right of its ring, a number above it."""
    ax.annotate(
        text,
        (fmean(scores["rate"]), fmean(scores["error"])),
        xytext=(7, 6) if family else (0, 7),
        textcoords="offset points",
        ha="left" if family else "center",
        color=FAMILY[family][0] if family else MUTED,
    )


def frontier(found: dict, fig: Figure, narrow: bool) -> None:
    """Squared error against rate: the sweep, and the Bernoulli."""
    left = 0.12 if narrow else 0.075
    ax = fig.add_axes((left, 0.165, 0.98 - left, 0.725))
    sweep = found["sweep"]
    points = sorted(
        (fmean(s["rate"]), fmean(s["error"])) for s in sweep.values()
    )
    ax.plot(*zip(*points, strict=True), **line("gaussian"), zorder=1)
    for variance, scores in sweep.items():
        bars(ax, scores, "gaussian", "o")
        if variance in NAMED:
            note(ax, scores, NAMED[variance], "gaussian")
        elif variance < 1:
            note(ax, scores, fraction(variance), "")
    far = next(iter(sweep))
    gap = "\n" if narrow else " "
    means = f"mean squared error + KL,{gap}σ² = {fraction(far)}"
    note(ax, sweep[far], means, "gaussian")
    bars(ax, found["bernoulli"], "bernoulli", "D")
    ax.annotate(
        "cross-entropy + KL",
        (fmean(found["bernoulli"]["rate"]), 0.026),
        xytext=(0, -8),
        textcoords="offset points",
        ha="center",
        va="top",
        color=FAMILY["bernoulli"][0],
    )
    ax.set_xlim(0, 44)
    ax.set_ylim(0, 0.08)
    range_frame(ax)
    axes_labels(ax, "rate, nats per image", "squared error per pixel")


def row(name: str, rate: str) -> str:
    """A line of the table: what it is, ten digits, the rate."""
    title, alt = ROWS[name]
    image = picture.html(f"{FOLDER}/{name}.png", 258, 24, alt)
    return (
        f'<tr><th scope="row">{title}</th><td>{image}</td>'
        f"<td>{rate}</td></tr>"
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """The chart, the table of digits, and a PNG for each row of it."""
    pictures = {
        name: picture.row(images[:, CROP, CROP])
        for name, images in zip(ROWS, found["rows"], strict=True)
    }
    rates = {"input": "nats", **found["rates"]}
    rows = [row(name, rates[name]) for name in ROWS]
    alt = (
        "Squared error falls as the rate rises, along one curve from"
        f" variance {fraction(max(found['sweep']))}, where nothing gets"
        f" through, to {fraction(min(found['sweep']))}."
        " Cross-entropy lies beside it, near a variance of"
        f" {fixed(fmean(found['matched']), 2)}."
    )
    return {
        **{f"{name}.png": png for name, png in pictures.items()},
        "rows.html": "\n".join(
            ['<table class="strip">', *rows, "</table>"]
        ),
        "frontier.html": chart(
            lambda fig, narrow: frontier(found, fig, narrow),
            "frontier",
            "column",
            (330, 290),
            alt,
        ),
    }
