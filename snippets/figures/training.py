"""The loss of every epoch, and what is out of reach without z."""

from statistics import fmean

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    INK,
    MUTED,
    PX,
    RULE,
    axes_labels,
    chart,
    line,
    range_frame,
)
from snippets.words import fixed


def without_latent(ax: Axes, level: float, last: int) -> None:
    """The least cost without the latent, and what lies below."""
    ax.axhline(level, color=MUTED, lw=PX)
    ax.axhspan(0, level, color=RULE, lw=0, alpha=0.4, zorder=0)
    at = {"textcoords": "offset points", "ha": "right", "color": MUTED}
    said = f"best without the latent: {fixed(level, 0)} nats"
    ax.annotate(said, (last, level), xytext=(0, 5 * PX), **at)
    at |= {"xycoords": ("data", "axes fraction")}
    below = "only with the latent"
    ax.annotate(below, (last, 0), xytext=(-6 * PX, 8 * PX), **at)


def falling(found: dict, fig: Figure, narrow: bool) -> None:
    """Loss against epoch, all seeds; a ring where all are below."""
    left, width = (0.15, 0.8) if narrow else (0.08, 0.89)
    ax = fig.add_axes((left, 0.2, width, 0.66))
    curves, first = found["grey"], found["below"]
    last = len(curves[0])
    without_latent(ax, found["grey_mean"], last)
    style = line("bernoulli", lw=PX, alpha=0.8)
    for curve in curves:
        ax.plot(range(1, last + 1), curve, clip_on=False, **style)
    at = (first, fmean(curve[first - 1] for curve in curves))
    ring = {"marker": "o", "markersize": 9 * PX, "mfc": "none"}
    ax.plot(*at, color=INK, mew=1.5 * PX, **ring)
    ax.annotate(
        f"epoch {first}",
        at,
        xytext=(0, -12 * PX),
        textcoords="offset points",
        ha="center",
        va="top",
    )
    ax.set_xlim(1, last)
    ax.set_ylim(min(curve[-1] for curve in curves) - 20, None)
    ax.set_xticks([1, *range(5, last + 1, 5)])
    range_frame(ax)
    axes_labels(ax, "epoch", "loss, nats per image")


def alternative(found: dict) -> str:
    """What the chart shows, in words."""
    curves = found["grey"]
    first, last = (
        fixed(fmean(curve[at] for curve in curves), 0) for at in (0, -1)
    )
    return (
        f"Loss against epoch for {len(curves)} seeds, which nearly"
        f" coincide. It falls from {first} to {last} nats per image,"
        f" and from epoch {found['below']} on it lies below"
        f" {fixed(found['grey_mean'], 0)} nats, the best that a decoder"
        " can do without the latent."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """The chart of the falling loss."""
    drawn = chart(
        lambda fig, narrow: falling(found, fig, narrow),
        "loss",
        "column",
        (300, 300),
        alternative(found),
    )
    return {"loss.html": drawn}
