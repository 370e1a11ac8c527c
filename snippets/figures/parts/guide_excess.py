"""What each law costs above the truth, for two truths."""

from statistics import fmean, stdev

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    INK,
    MUTED,
    PAPER,
    PX,
    RULE,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.panels import place, size
from snippets.words import fixed

HEIGHTS = (300, 400)
NAMES = {
    "negative-binomial": "negative binomial",
    "gaussian": "Gaussian of log(1 + k)",
    "poisson": "Poisson",
}
PANELS = {
    "nb": "the cells are negative binomial",
    "poisson": "the cells are Poisson",
}
TOP, HEAD, FOOT = 26, 20, 50


def colour(name: str) -> str:
    """Only the Gaussian has a colour on this site."""
    return line(name)["color"] if name == "gaussian" else INK


def mark(ax: Axes, law: dict, name: str, y: float) -> None:
    """The bound with its spread, the weighted one as a ring."""
    style = {"color": colour(name), "clip_on": False}
    bound, sharp = fmean(law["bound"]), fmean(law["sharp"])
    ax.plot([sharp, bound], [y, y], linewidth=PX, **style)
    ring = {"marker": "o", "markerfacecolor": PAPER, "zorder": 3}
    ax.plot(sharp, y, linestyle="none", **ring, **style)
    ax.errorbar(
        bound,
        y,
        xerr=stdev(law["bound"]),
        marker="o",
        zorder=4,
        **style,
    )
    reach = max(bound + stdev(law["bound"]), sharp)
    ax.annotate(
        f"+{fixed(bound, 1)}",
        (reach, y),
        xytext=(9 * PX, 0),
        textcoords="offset points",
        va="center",
        color=colour(name),
    )


def label(ax: Axes, name: str, y: float, narrow: bool) -> None:
    """Left of the axis; on a phone above the dots."""
    edge = "data" if narrow else "figure fraction"
    ax.annotate(
        NAMES[name],
        (0, y + (0.42 if narrow else 0)),
        xycoords=(edge, "data"),
        xytext=(6 * PX if narrow else 0, 0),
        textcoords="offset points",
        va="center",
        color=colour(name),
        annotation_clip=False,
    )


def panel(
    ax: Axes, laws: dict, title: str, end: float, narrow: bool
) -> None:
    """Three laws above one truth, which is the upright line."""
    ax.axvline(0, color=MUTED, linewidth=1.5 * PX)
    for row, name in enumerate(NAMES):
        ax.axhline(-row, color=RULE, linewidth=PX, zorder=0)
        mark(ax, laws[name], name, -row)
        label(ax, name, -row, narrow)
    ax.set(xlim=(0, end), ylim=(-2.4, 0.6), yticks=[])
    ax.spines["left"].set_visible(False)
    ax.annotate(
        title,
        (0, 1),
        xycoords=("figure fraction", "axes fraction"),
        xytext=(0, 8 * PX),
        textcoords="offset points",
        weight="bold",
    )


def excess(found: dict, fig: Figure, narrow: bool) -> None:
    """Two panels on one axis."""
    across, down = size(fig)
    left = 8 if narrow else 178
    each = (down - FOOT - 2 * (TOP + HEAD)) / 2 + HEAD / 2
    top = {"nb": TOP, "poisson": 2 * TOP + HEAD + each}
    laws = found["nb"]["laws"].values()
    end = max(fmean(law["bound"]) + stdev(law["bound"]) for law in laws)
    for short, title in PANELS.items():
        box = (left, top[short], across - left - 56, each)
        ax = place(fig, box)
        panel(ax, found[short]["laws"], title, end, narrow)
        if short == "nb":
            ax.set_xticks([])
            ax.spines["bottom"].set_visible(False)
    range_frame(ax)
    axes_labels(ax, "nats per cell above the truth", "")
