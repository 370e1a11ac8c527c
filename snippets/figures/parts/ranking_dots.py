"""Laws in order of their cost: a dot each, and a ring to its left."""

from statistics import fmean, stdev

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import (
    MUTED,
    PAPER,
    PX,
    RULE,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.panels import place, size
from snippets.figures.parts.ranking_names import LAW, NAMES
from snippets.figures.parts.ranking_scale import (
    FOOT,
    TOP,
    ends,
    gap,
    scale,
)

COVER = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}


def dot(ax: Axes, law: dict, name: str, y: float) -> None:
    """The bound with its spread, and the sharper one as a ring."""
    style = line(LAW[name], linestyle="none")
    colour = FAMILY[LAW[name]][0]
    bound, sharp = fmean(law["bits"]), fmean(law["sharp"])
    ax.plot([sharp, bound], [y, y], color=colour, linewidth=1 * PX)
    ring = {"marker": "o", "markerfacecolor": PAPER, "zorder": 3}
    ax.plot(sharp, y, clip_on=False, **ring, **style)
    spread = {"xerr": stdev(law["bits"]), "marker": "o", "zorder": 4}
    ax.errorbar(bound, y, clip_on=False, **spread, **style)


def label(ax: Axes, name: str, y: float, narrow: bool) -> None:
    """Left of the axis; on a phone above the dots."""
    ax.annotate(
        NAMES[name],
        (0, y + (0.5 if narrow else 0)),
        xycoords=("figure fraction", "data"),
        va="center",
        color=FAMILY[LAW[name]][0],
        annotation_clip=False,
        bbox=COVER,
    )


def beside(ax: Axes, lines: dict[str, float], rows: int) -> None:
    """What images cost without a network, as upright lines."""
    last = max(lines, key=lines.__getitem__)
    for name, bits in lines.items():
        ax.plot(
            [bits, bits],
            [0.75, 0.5 - rows],
            color=MUTED,
            linewidth=1 * PX,
            zorder=0,
        )
        ax.annotate(
            name,
            (bits, 0.75),
            xytext=(0, 4 * PX),
            textcoords="offset points",
            ha="right" if name == last else "center",
            va="bottom",
            color=MUTED,
        )


def key(ax: Axes, law: dict, y: float) -> None:
    """What dot and ring mean, said at the law that parts them most."""
    for text, score, side in (
        ("ring: weighted", "sharp", "right"),
        ("dot: ELBO", "bits", "left"),
    ):
        sign = -1 if side == "right" else 1
        ax.annotate(
            text,
            (fmean(law[score]), y),
            xytext=(9 * sign * PX, 0),
            textcoords="offset points",
            ha=side,
            va="center",
            color=MUTED,
            bbox=COVER,
        )


def dots(found: dict, fig: Figure, narrow: bool) -> None:
    """The laws from the cheapest down, over bits per pixel."""
    laws = found["laws"]
    order = sorted(laws, key=lambda name: fmean(laws[name]["bits"]))
    across, down = size(fig)
    left = 8 if narrow else 196
    box = (left, TOP, across - left - 14, down - TOP - FOOT)
    ax = place(fig, box)
    beside(ax, found["lines"], len(order))
    for row, name in enumerate(order):
        ax.axhline(-row, color=RULE, lw=PX, zorder=0)
        dot(ax, laws[name], name, -row)
        label(ax, name, -row, narrow)
    name = scale(ax, *ends(found))
    widest = max(order, key=lambda n: gap(laws[n]))
    if not narrow and ax.get_xscale() == "linear":
        key(ax, laws[widest], -order.index(widest))
    ax.set(ylim=(0.5 - len(order), 0.75), yticks=[])
    ax.spines["left"].set_visible(False)
    range_frame(ax)
    axes_labels(ax, name, "")
