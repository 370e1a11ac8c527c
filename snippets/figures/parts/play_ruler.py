"""Both costs of a forecast, and their pulls on its logit: at rest."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from scipy.special import rel_entr

from snippets.build.style import (
    FAMILY,
    INK,
    MUTED,
    PAPER,
    PX,
    axes_labels,
    line,
    range_frame,
)
from snippets.figures.parts.panels import place, size
from snippets.words import fixed, fraction

TARGET, FORECAST, VARIANCE = 0.9, 0.2, 0.5
TOP = 1.5  # nats
HEIGHTS = (330, 330)


def coins(m: np.ndarray) -> np.ndarray:
    """Cross-entropy above its floor, in nats."""
    x = TARGET
    return rel_entr(x, m) + rel_entr(1 - x, 1 - m)


def bell(m: np.ndarray) -> np.ndarray:
    """Squared error with its variance, in nats."""
    return (TARGET - m) ** 2 / (2 * VARIANCE)


def slopes() -> dict[str, float]:
    """In the logit of the forecast, by law."""
    miss = FORECAST - TARGET
    steep = FORECAST * (1 - FORECAST) / VARIANCE
    return {"bernoulli": miss, "gaussian": miss * steep}


def costs(ax: Axes) -> None:
    """Two curves, the target as a ring, the forecast as a line."""
    m = np.linspace(0.001, 0.999, 999)
    for law, curve in (("gaussian", bell), ("bernoulli", coins)):
        cost = curve(m)
        ax.plot(m, np.where(cost < TOP, cost, np.nan), **line(law))
        ax.plot(FORECAST, curve(FORECAST), "o", color=FAMILY[law][0])
    ax.axvline(FORECAST, color=MUTED, lw=PX, clip_on=False)
    ring = {"mfc": PAPER, "color": INK, "clip_on": False, "ms": 10 * PX}
    ax.plot(TARGET, 0, "o", zorder=3, **ring)
    ax.annotate(f"x = {fixed(TARGET)}", (TARGET, 0.12), ha="center")
    ax.annotate(f"m = {fixed(FORECAST)}", (FORECAST + 0.015, 1.4))
    names = {
        "cross-entropy, above its floor": (0.36, 0.95, "bernoulli"),
        f"squared error, σ² = {fraction(VARIANCE)}": (
            *(0.02, 0.12),
            "gaussian",
        ),
    }
    for name, (x, y, law) in names.items():
        ax.text(x, y, name, color=FAMILY[law][0])


def pulls(ax: Axes) -> None:
    """Arrows from the forecast, as long as the slopes are steep."""
    for row, (law, slope) in enumerate(slopes().items()):
        colour = FAMILY[law][0]
        end = FORECAST - slope
        ax.plot([FORECAST, end], [-row, -row], **line(law))
        ax.plot(end, -row, ">", color=colour, ms=7 * PX)
    ax.axvline(FORECAST, color=MUTED, lw=PX)
    ax.axvline(TARGET, color=MUTED, lw=PX, ls=(0, (1, 3)))


def ruler(fig: Figure, narrow: bool) -> None:
    """Costs above, pulls below."""
    across, _ = size(fig)
    wide = across - 40
    ax = place(fig, (30, 28, wide, 180))
    costs(ax)
    ax.set(xlim=(0, 1), ylim=(0, TOP))
    ax.set_xticks([0, 0.5, 1], ["0", "½", "1"])
    ax.set_yticks([0, 0.75, 1.5], ["0", "0.7", "1.5"])
    range_frame(ax)
    axes_labels(ax, "forecast m", "added cost, nats")
    low = place(fig, (30, 268, wide, 56))
    pulls(low)
    low.set(xlim=(0, 1), ylim=(-1.4, 0.4))
    low.set_axis_off()
    below = {"color": MUTED, "va": "top"}
    fig.text(0, 1 - 246 / 330, "pull on the logit", **below)
