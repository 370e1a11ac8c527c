"""What each line of the loss is called, in its code and in theory."""

from matplotlib.axes import Axes

from snippets.build.style import INK, MUTED, PAPER, PX
from snippets.words import fixed

TALL = 22  # height of a bar; as all lengths here, in pixels
NAMES = {
    "distortion": ("reconstruction", "−log p(x|z)", "{} pixels, added"),
    "rate": ("latent", "KL(q ‖ p)", "{} latents, added"),
    "cost": ("cost", "−mean ELBO", "{} images, averaged"),
}


def sign(ax: Axes, end: float, y: float, lines: tuple, side: bool):
    """Two lines of text at one end of a row, 0 left and 1 right."""
    outside = 14 * PX * (2 * end - 1) if side else 0
    left = (end == 1) == side
    for text, rise, colour in zip(
        lines, (8, -8), (INK, MUTED), strict=True
    ):
        ax.annotate(
            text,
            (end, y),
            xycoords=("axes fraction", "data"),
            xytext=(outside, rise * PX),
            textcoords="offset points",
            ha="left" if left else "right",
            va="center",
            color=colour,
            bbox={"fc": PAPER, "ec": "none", "pad": 1},
        )


def label(ax: Axes, found: dict, tops: tuple, narrow: bool) -> None:
    """Both ends of each row, and the axis."""
    at = found["shown"]
    counts = [len(found[n]) for n in ("pixels", "latents", "rate")]
    shown = (found["distortion"][at], found["rate"][at], found["cost"])
    for row, top, count, value in zip(
        NAMES, tops, counts, shown, strict=True
    ):
        code, meaning, reduced = NAMES[row]
        y = top - 22 if narrow else top + TALL / 2
        mine = (code, reduced.format(count))
        theirs = (meaning, f"{fixed(value, 1)} nats")
        sign(ax, 0, y, mine, not narrow)
        sign(ax, 1, y, theirs, not narrow)
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    ax.annotate(
        "nats per image",
        (1, 0),
        xycoords="axes fraction",
        xytext=(0, -26 * PX),
        textcoords="offset points",
        ha="right",
        va="top",
        color=MUTED,
    )
