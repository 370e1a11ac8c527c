"""The spectrum under one assumed variance, and ten digits under it."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.picture import rgba
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
from snippets.words import fraction

VARIANCE = 0.5  # SSE + KL
SHOWN = 60
HEIGHTS = (330, 330)
BORDER = 2
ROWS = ("input", "output")


def spectrum(ax: Axes, eigenvalues: list[float]) -> None:
    """Filled where a direction is worth a latent, open elsewhere."""
    seen = np.array(eigenvalues[:SHOWN])
    where = np.arange(1, SHOWN + 1)
    on = seen > VARIANCE
    ax.plot(where[on], seen[on], "o", color=INK, ms=6 * PX)
    off = {"color": MUTED, "mfc": PAPER, "ms": 5 * PX}
    ax.plot(where[~on], seen[~on], "o", **off)
    ax.axhline(VARIANCE, **line("gaussian"))
    ax.annotate(
        f"σ² = {fraction(VARIANCE)}",
        (SHOWN, VARIANCE),
        xytext=(0, 6 * PX),
        textcoords="offset points",
        ha="right",
        color=FAMILY["gaussian"][0],
    )


def digits(fig: Figure, rows: np.ndarray) -> None:
    """[row, digit, 28, 28]: the input, and the reconstruction."""
    across, _ = size(fig)
    wide = across - 90
    for row, pictures in enumerate(rows):
        cut = pictures[:, BORDER:-BORDER, BORDER:-BORDER]
        top = 262 + 34 * row
        ax = place(fig, (90, top, wide, 30))
        line_of_ten = rgba(np.concatenate(list(cut), axis=1))
        ax.imshow(line_of_ten, interpolation="none", aspect="equal")
        ax.set_axis_off()
        at = {"color": MUTED, "va": "center"}
        fig.text(0, 1 - (top + 15) / 330, ROWS[row], **at)


def variance(found: dict, fig: Figure, narrow: bool) -> None:
    """Spectrum above, digits below."""
    across, _ = size(fig)
    ax = place(fig, (44, 30, across - 52, 174))
    spectrum(ax, found["variance"]["eigenvalues"])
    ax.set(yscale="log", xlim=(1, SHOWN), ylim=(0.01, 1000))
    ax.minorticks_off()
    ticks = [0.01, 0.1, 1, 10, 100, 1000]
    ax.set_yticks(ticks, ["0.01", "0.1", "1", "10", "100", "1,000"])
    ax.set_xticks([1, 20, 40, 60])
    range_frame(ax)
    axes_labels(
        ax, "direction, the strongest first", "variance along it"
    )
    models = found["variance"]["models"]
    row = next(
        m["row"] for m in models if m.get("variance") == VARIANCE
    )
    digits(fig, found["pictures"][[0, row]])
