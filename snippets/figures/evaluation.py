"""The estimate of log p(x) as it rises, and four rows of digits."""

from statistics import fmean

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
FOLDER = "generated/evaluation"
TICKS = (1, 10, 100)
ROWS = {
    "seen": ("test images", "Ten digits, 0 to 9, black on white."),
    "given": (
        "reconstructions, mean",
        "Blurred digits. The 4 has become a 9; the 5 and the 8 could"
        " each be either.",
    ),
    "imagined": (
        "from the prior, mean",
        "Ten smooth shapes. A few are clear digits, most lie between.",
    ),
    "drawn": (
        "from the prior, one draw",
        "The same shapes in black and white: strokes dissolve into"
        " scattered dots, and stray dots lie around them.",
    ),
}


def rises(found: dict) -> list[list[float]]:
    """For each seed how far L_k lies above L_1, the ELBO."""
    return [[one - c[0] for one in c] for c in found["bounds"]]


def rising(found: dict, fig: Figure, narrow: bool) -> None:
    """Rise against k, a curve for each seed, above a level ELBO."""
    left, width = (0.09, 0.87) if narrow else (0.05, 0.92)
    ax = fig.add_axes((left, 0.2, width, 0.62))
    counts, curves = found["counts"], rises(found)
    ax.axhline(0, color=MUTED, lw=PX)
    style = line("bernoulli", lw=PX, marker="o", markersize=3 * PX)
    for curve in curves:
        ax.plot(counts, curve, clip_on=False, **style)
    highest = max(curve[-1] for curve in curves)
    mean = fixed(fmean(curve[-1] for curve in curves), 1)
    beside = {"textcoords": "offset points", "ha": "right"}
    ax.annotate(
        f"{mean} nats on average",
        (counts[-1], highest),
        xytext=(0, 7 * PX),
        color=style["color"],
        **beside,
    )
    at = (counts[-1], 0)
    ax.annotate("ELBO", at, xytext=(0, 5 * PX), color=MUTED, **beside)
    ax.set_xscale("log")
    ticks = [*TICKS, counts[-1]]
    ax.set_xticks(ticks, [str(tick) for tick in ticks])
    range_frame(ax)
    axes_labels(ax, "draws k", "nats above the ELBO")


def row(name: str) -> str:
    """A line of the table: what it is, and ten pictures."""
    title, alt = ROWS[name]
    image = picture.html(f"{FOLDER}/{name}.png", 258, 24, alt)
    head = f'<tr><th scope="row">{title}</th>'
    return f"{head}<td>{image}</td><td></td></tr>"


def alternative(found: dict) -> str:
    """What the chart shows, in words."""
    last = [curve[-1] for curve in rises(found)]
    return (
        "The importance-weighted estimate of log p(x) against the"
        f" number of draws k, for {len(last)} seeds. All rise steeply"
        " at first and then flatten. At k ="
        f" {found['counts'][-1]} they lie {fixed(min(last), 1)} to"
        f" {fixed(max(last), 1)} nats above the ELBO."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """The chart, the table of pictures, and a PNG for each row."""
    pictures = {
        f"{name}.png": picture.row(images[:, CROP, CROP])
        for name, images in zip(ROWS, found["rows"], strict=True)
    }
    table = ['<table class="strip">', *map(row, ROWS), "</table>"]
    drawn = chart(
        lambda fig, narrow: rising(found, fig, narrow),
        "evidence",
        "column",
        (300, 300),
        alternative(found),
    )
    return {
        **pictures,
        "rows.html": "\n".join(table),
        "evidence.html": drawn,
    }
