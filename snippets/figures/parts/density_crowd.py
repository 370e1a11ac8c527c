"""The counts of one pixel, and the best that three laws can do."""

from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import MUTED, axes_labels, line, range_frame

LABELS = {
    "binomial": ("binomial", (7, 0.205), "center"),
    "truncated-geometric": (
        "truncated\ngeometric",
        (14.4, 0.07),
        "right",
    ),
    "beta-binomial": ("beta-binomial", (15.4, 0.18), "right"),
}


def crowd(found: dict, fig: Figure, narrow: bool) -> None:
    """Pale bars for what came, a line for each law."""
    left = 0.11 if narrow else 0.07
    ax = fig.add_axes((left, 0.19, 0.98 - left, 0.68))
    pixel = found["fits"]["pixel"]
    seen = pixel["categorical"]
    ax.bar(range(len(seen)), seen, 0.8, color=MUTED, alpha=0.35)
    for name, (text, at, side) in LABELS.items():
        ax.plot(pixel[name], clip_on=False, **line(name))
        colour = FAMILY[name][0]
        ax.text(*at, text, ha=side, va="bottom", color=colour)
    ax.annotate(
        "the counts seen",
        (0, seen[0]),
        xytext=(0.8, seen[0]),
        va="top",
        color=MUTED,
    )
    ax.set(xlim=(-0.5, len(seen) - 0.5), ylim=(0, 0.4))
    ax.set_xticks([0, 4, 8, 12, 16])
    ax.set_yticks([0, 0.1, 0.2, 0.3, 0.4])
    range_frame(ax)
    axes_labels(ax, "count of the pixel", "share of the images")
