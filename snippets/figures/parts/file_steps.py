"""One image's bits: what it adds to the stack and takes from it."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import INK, MUTED, PAPER, PX
from snippets.figures.parts.panels import image, place, size
from snippets.words import fixed

BLUE = FAMILY["bernoulli"][0]
TALL = 26  # height of a bar; as all lengths here, in pixels
HEIGHTS = (268, 420)


def bars(parts: tuple[float, float, float]) -> list[tuple]:
    """Name, start, end and how it is drawn, from the top down."""
    pixels, code, back = parts
    paid, net = pixels + code, pixels + code - back
    hollow = {"fc": PAPER, "ec": MUTED, "hatch": "/////", "lw": PX}
    return [
        ("pixels, given z", 0, pixels, {"color": BLUE, "lw": 0}),
        ("the code z", pixels, paid, {"color": MUTED, "lw": 0}),
        ("bits back", paid, net, hollow),
        ("the file grows by", 0, net, {"color": INK, "lw": 0}),
    ]


def signed(start: float, end: float) -> str:
    """The length of a bar; a sign where it is a step."""
    sign = "+" if end > start > 0 else "−" if end < start else ""
    return f"{sign}{fixed(abs(end - start), 1)}"


def row(ax: Axes, bar: tuple, top: float, narrow: bool) -> None:
    """A bar with its name to the left, on a phone above."""
    name, start, end, style = bar
    ax.barh(top, end - start, TALL, start, align="edge", **style)
    bold = {"weight": "bold"} if name.startswith("the file") else {}
    said = f"{signed(start, end)} bits"
    if narrow:
        cover = {"fc": PAPER, "ec": "none", "pad": 0.5}
        text = f"{name}: {said}"
        ax.text(0, top - 7, text, va="bottom", bbox=cover, **bold)
        return
    y = top + TALL / 2
    far = {"ha": "right", "va": "center"}
    ax.annotate(
        name,
        (0, y),
        xytext=(-10 * PX, 0),
        textcoords="offset points",
        annotation_clip=False,
        **far,
        **bold,
    )
    ax.annotate(
        said,
        (max(start, end), y),
        xytext=(6 * PX, 0),
        textcoords="offset points",
        annotation_clip=False,
        va="center",
        **bold,
    )


def pictures(fig: Figure, found: dict, at: int, narrow: bool) -> None:
    """The image, and the bits of its pixels as ink."""
    across, down = size(fig)
    bits = found["binary_bits"][at]
    shown = (
        (found["binary_images"][at], "the image"),
        (bits / bits.max(), "its pixels’ bits"),
    )
    for place_, (ink, name) in enumerate(shown):
        top = (24, 146)[place_]
        box = (across - 96, top, 92, 92)
        if narrow:
            box = (164 * place_, down - 92, 88, 88)
        ax = place(fig, box)
        image(ax, ink, 2)
        ax.set_title(name, loc="left", size=13 * PX, color=MUTED, pad=4)


def steps(found: dict, at: int, fig: Figure, narrow: bool) -> None:
    """Three steps and their sum, on one axis of bits."""
    across, down = size(fig)
    left, right = (2, 8) if narrow else (128, 190)
    foot = 160 if narrow else 48
    box = (left, 4, across - left - right, down - foot - 4)
    ax = place(fig, box)
    rows = bars(tuple(found["binary_parts"][at]))
    furthest = max(max(start, end) for _, start, end, _ in rows)
    ax.set(xlim=(0, furthest), ylim=(box[3], 0))
    gap = 60 if narrow else 50
    tops = [(26 if narrow else 8) + gap * n for n in range(len(rows))]
    for bar, top in zip(rows, tops, strict=True):
        row(ax, bar, top, narrow)
    for bar, top, below in zip(rows, tops, tops[1:], strict=False):
        ends = [top + TALL, below]
        ax.plot([bar[2], bar[2]], ends, color=MUTED, lw=PX, zorder=0)
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    ax.set_xlabel("bits", loc="right")
    pictures(fig, found, at, narrow)
