"""How far two losses are apart, by step."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import (
    MUTED,
    PX,
    axes_labels,
    range_frame,
)

EPOCH = 10  # steps
# Half the distance from 1 to the next number: one rounding.
ROUNDING = {"float32": 2.0**-24, "float64": 2.0**-53}
PAIRS = {
    "question_32": "in float32",
    "question_64": "in float64",
    "bare_64": "in float64, without the 1e-10",
}


def worst(found: dict, pair: str) -> list[float]:
    """The largest difference of each epoch, over views and seeds."""
    views = [each[pair]["losses"] for each in found["equal"].values()]
    return [max(pair) for pair in zip(*views, strict=True)]


def level(ax: Axes, name: str, end: int) -> None:
    """The line of one rounding."""
    value = ROUNDING[name]
    ax.plot([0, end], [value, value], color=MUTED, lw=PX)
    ax.annotate(
        f"one rounding of {name}",
        (end, value),
        xytext=(0, -3 * PX),
        textcoords="offset points",
        ha="right",
        va="top",
        color=MUTED,
        fontsize=12 * PX,
    )


def losses(found: dict, fig: Figure, narrow: bool) -> None:
    """Three pairs of losses, and two levels of rounding."""
    left = 0.15 if narrow else 0.09
    ax = fig.add_axes((left, 0.18, 0.97 - left, 0.7))
    for pair, text in PAIRS.items():
        curve = worst(found, pair)
        at = [EPOCH * (k + 1) for k in range(len(curve))]
        ax.plot(at, curve)
        ax.annotate(
            text,
            (0, max(curve)),
            xytext=(4 * PX, 7 * PX),
            textcoords="offset points",
        )
    for name in ROUNDING:
        level(ax, name, at[-1])
    ax.set_yscale("log")
    ax.set(xlim=(0, at[-1]), ylim=(1e-17, 1e-5))
    powers(ax, (-17, -14, -11, -8, -5))
    range_frame(ax)
    axes_labels(ax, "step", "difference, as a share of the loss")


def powers(ax: Axes, exponents: tuple[int, ...]) -> None:
    """Ticks at powers of ten, in letters of the page."""
    high = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
    names = [f"10{str(e).translate(high)}" for e in exponents]
    ax.set_yticks([10.0**e for e in exponents], names)
    ax.yaxis.minorticks_off()
