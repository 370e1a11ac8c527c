"""The loss taken apart: two sums, and the mean over a batch."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from snippets.build.palette import FAMILY
from snippets.build.style import INK, MUTED, PAPER, PX
from snippets.figures.parts.lines_labels import TALL, label
from snippets.figures.parts.panels import image, place, size
from snippets.words import fixed

BLUE = FAMILY["bernoulli"][0]


def pieces(
    ax: Axes, parts: list[float], start: float, top: float, colour: str
) -> None:
    """A bar of one piece for each number, the largest first."""
    total = sum(parts)
    box = Rectangle((start, top), total, TALL, color=colour, lw=0)
    ax.add_patch(box)
    nat = ax.bbox.width / 0.75 / ax.get_xlim()[1]
    for part in sorted(parts, reverse=True):
        start += part
        if part * nat > 1:
            cut = [top, top + TALL]
            ax.plot([start, start], cut, color=PAPER, lw=0.7 * PX)


def batch(ax: Axes, found: dict, top: float, total: float) -> None:
    """A line for each image of the batch, a long one for the mean."""
    both = zip(found["distortion"], found["rate"], strict=True)
    ends = [top, top + TALL]
    for each in map(sum, both):
        ax.plot([each, each], ends, color=MUTED, lw=PX)
    under = {"y": top + TALL + 6, "va": "top", "size": 12 * PX}
    long = [top - 6, top + TALL + 6]
    for x, text, side in (
        (total, "this image", "right"),
        (found["cost"], "mean", "left"),
    ):
        ax.plot([x, x], long, color=INK, lw=2 * PX)
        ax.text(x, s=f"{text}: {fixed(x, 1)}", ha=side, **under)


def joined(ax: Axes, x: float, above: float, below: float) -> None:
    """Where one bar ends, the next row begins."""
    ends = [above + TALL, below]
    ax.plot([x, x], ends, color=MUTED, lw=PX, zorder=0)


def taken_apart(found: dict, fig: Figure, narrow: bool) -> None:
    """Three rows on one axis of nats."""
    across, down = size(fig)
    left, right = (6, 6) if narrow else (172, 104)
    box = (left, 8, across - left - right, down - 58)
    ax = place(fig, box)
    costs = map(
        sum, zip(found["distortion"], found["rate"], strict=True)
    )
    ax.set(xlim=(0, max(costs) * 1.01), ylim=(box[3], 0))
    tops = (38, 120, 202) if narrow else (14, 78, 142)
    parts = [found[n][found["shown"]] for n in ("distortion", "rate")]
    total = sum(parts)
    pieces(ax, found["pixels"], 0, tops[0], BLUE)
    pieces(ax, found["latents"], parts[0], tops[1], MUTED)
    batch(ax, found, tops[2], total)
    joined(ax, parts[0], *tops[:2])
    joined(ax, total, *tops[1:])
    label(ax, found, tops, narrow)
    box = (across - right - 46, 42 if narrow else 24, 44, 44)
    image(place(fig, box), found["image"], 2)
