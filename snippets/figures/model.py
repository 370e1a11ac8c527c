"""A picture, its latents, and the probabilities that come out."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    INK,
    MUTED,
    PAPER,
    PX,
    RULE,
    chart,
)
from snippets.figures.parts.panels import above, image, place, size

BORDER = 2  # empty columns on each side of a digit
LIMIT = 3.4  # of the axis of z, in prior standard deviations
# left, top, width and height of a panel, in pixels
WIDE = {
    "x": (0, 62, 120, 120),
    "z": (176, 62, 224, 120),
    "m": (460, 62, 120, 120),
}
NARROW = {
    "x": (0, 32, 124, 124),
    "z": (24, 226, 300, 130),
    "m": (204, 32, 124, 124),
}
HEIGHTS = (224, 408)


def latents(ax: Axes, found: dict) -> None:
    """A dot and a bar each; the prior's own bar lies behind them."""
    count = len(found["loc"])
    ax.axhspan(-1, 1, color=RULE, linewidth=0)
    ax.errorbar(
        range(count),
        found["loc"],
        yerr=found["scale"],
        fmt="o",
        color=INK,
        markersize=5 * PX,
        elinewidth=1.5 * PX,
        markerfacecolor=INK,
        markeredgecolor=PAPER,
        markeredgewidth=0.5 * PX,
    )
    ax.set_xlim(-0.8, count - 0.2)
    ax.set_ylim(-LIMIT, LIMIT)
    ax.set_xticks([])
    ax.set_yticks([-2, 0, 2], ["−2", "0", "2"])
    ax.spines["bottom"].set_visible(False)


def groups(ax: Axes, found: dict) -> None:
    """Names the latents that cost the most, and the others."""
    used, count = found["carriers"][0], len(found["loc"])
    share = f"{100 * found['carried']:.0f} %"
    most = f"{used} of {count} carry\n{share} of the rate,"
    lines = ((0, used, f"{most}\nover all test images"),)
    lines += ((used, count, f"{count - used} carry\nthe rest"),)
    for start, stop, text in lines:
        at = -LIMIT - 0.3
        ends = [start - 0.3, stop - 0.7]
        ax.plot(ends, [at, at], color=MUTED, lw=PX, clip_on=False)
        ax.annotate(
            text,
            (ends[0], at),
            xytext=(0, -4 * PX),
            textcoords="offset points",
            va="top",
            annotation_clip=False,
        )


def arrows(fig: Figure, narrow: bool) -> None:
    """Which half of the network leads from panel to panel."""
    width, height = size(fig)
    if narrow:
        places = ((4, 170, "↓ encoder"), (204, 170, "↑ decoder"))
    else:
        places = ((56, 20, "encoder →"), (384, 20, "decoder →"))
    for left, top, text in places:
        fig.text(left / width, 1 - top / height, text, va="top")


def draw(found: dict) -> dict[str, str | bytes]:
    """The way of one image through the network."""

    def way(fig: Figure, narrow: bool) -> None:
        boxes = NARROW if narrow else WIDE
        axes = {name: place(fig, box) for name, box in boxes.items()}
        pixels = found["x"].size
        image(axes["x"], found["x"], BORDER)
        image(axes["m"], found["m"], BORDER)
        latents(axes["z"], found)
        above(axes["x"], f"x: {pixels} pixels")
        above(axes["z"], f"z: {len(found['loc'])} latents")
        above(axes["m"], "m: as many coins")
        groups(axes["z"], found)
        arrows(fig, narrow)

    alt = (
        "A handwritten digit, the mean and standard deviation of its"
        f" {len(found['loc'])} latents, and the {found['m'].size}"
        " probabilities of ink decoded from them, which look like the"
        f" digit. Over all test images {found['carriers'][0]} of the"
        f" latents carry {100 * found['carried']:.0f} % of the rate,"
        " the others the rest."
    )
    return {"way.html": chart(way, "way", "column", HEIGHTS, alt)}
