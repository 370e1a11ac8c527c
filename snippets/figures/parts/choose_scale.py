"""The learned scale by epoch, beside the error that it should match."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator, NullLocator

from snippets.build.palette import FAMILY
from snippets.build.style import INK, MUTED, PX, line, range_frame
from snippets.figures.parts.panels import above, place, size

TITLES = {
    "wide": "σ starts at 1",
    "near": "σ starts at 0.1",
    "narrow": "σ starts at 0.03",
    "slow": "σ starts at 0.5, learns slowly",
}
TICKS = (0.03, 0.1, 0.3, 1)
SPARSE = {0, 10, 20}


def rows(values: list[list[float]]) -> np.ndarray:
    """[seed, epoch], where every seed has all epochs."""
    return np.array(values)


def both(ax: Axes, found: dict) -> None:
    """Each seed thin, their geometric mean bold."""
    for name, style in (
        ("root", {"color": INK, "linewidth": 1.2 * PX}),
        ("scale", line("gaussian", linewidth=2.4 * PX)),
    ):
        mean = np.exp(np.log(rows(found[name])).mean(0))
        ax.plot(range(len(mean)), mean, **style)


def axes(ax: Axes, epochs: int) -> None:
    """Logarithmic scales, few ticks."""
    ax.set_yscale("log")
    ax.set(xlim=(0, epochs), ylim=(0.025, 1.1))
    ax.yaxis.set_major_locator(FixedLocator(TICKS))
    ax.yaxis.set_major_formatter(
        FixedFormatter([f"{tick:g}" for tick in TICKS])
    )
    ax.yaxis.set_minor_locator(NullLocator())
    ax.set_xticks(sorted(SPARSE))
    range_frame(ax, 5)


def names(ax: Axes, found: dict) -> None:
    """Which line is which, said once."""
    root, scale = rows(found["root"]), rows(found["scale"])
    ax.annotate(
        "σ",
        (1, scale[:, 1].mean()),
        xytext=(5 * PX, 3 * PX),
        textcoords="offset points",
        color=FAMILY["gaussian"][0],
    )
    ax.annotate(
        "√MSE",
        (0.4, root[:, 1].mean()),
        xytext=(0, -6 * PX),
        textcoords="offset points",
        va="top",
        color=INK,
    )


def settling(found: dict, fig: Figure, narrow: bool) -> None:
    """Four starts, a panel each."""
    across, _ = size(fig)
    left, gap = 38, 50 if narrow else 66
    width = (across - left - gap - 8) / 2
    tall = 116
    for at, (name, title) in enumerate(TITLES.items()):
        column, line_ = at % 2, at // 2
        box = (left + column * (width + gap), 28 + line_ * 180, width)
        ax = place(fig, (*box, tall))
        both(ax, found[name])
        axes(ax, len(found[name]["scale"][0]) - 1)
        short = title.replace(", learns slowly", ", slow")
        above(ax, short if narrow else title)
        if at == 0:
            names(ax, found[name])
        if at > 1:
            ax.annotate(
                "epoch",
                (1, 0),
                xycoords="axes fraction",
                xytext=(0, -28 * PX),
                textcoords="offset points",
                ha="right",
                va="top",
                color=MUTED,
            )
