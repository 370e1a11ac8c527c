"""How a faint code grows or fades, step after step."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import INK, MUTED, PX
from snippets.figures.parts.panels import above, place

ORANGE = FAMILY["gaussian"][0]
BOXES = {
    False: ((46, 34, 240, 230), (340, 34, 240, 230)),
    True: ((46, 34, 274, 200), (46, 316, 274, 200)),
}
HEIGHTS = (322, 574)
LOW, HIGH = 1e-5, 1.0
# Step and height at which each label begins.
PANELS = {
    "digits": {
        "below": ("σ² = 0.65", 3300, 0.13),
        "above": ("σ² = 0.8", 3300, 0.0055),
        "deep": ("two hidden\nlayers, σ² = ½", 150, 1.7e-5),
    },
    "MNIST": {"mnist": ("σ² = 4.5", 2300, 0.05)},
}


def lines(ax: Axes, found: dict, names: dict, steps: int) -> None:
    """Each start is a line of its own."""
    for name, (text, x, y) in names.items():
        colour = INK if name == "deep" else ORANGE
        for first in found["watched"][name]["first"]:
            at = [steps * epoch for epoch in range(len(first))]
            ax.plot(at, first, color=colour, lw=1.3 * PX)
        ax.text(x, y, text, color=colour)


def growth(found: dict, fig: Figure, narrow: bool) -> None:
    """Left digits, right MNIST; below on a phone."""
    boxes = zip(BOXES[narrow], PANELS.items(), strict=True)
    for box, (data, names) in boxes:
        ax = place(fig, box)
        steps = found["steps"][data]
        ax.set(yscale="log", ylim=(LOW, HIGH))
        lines(ax, found, names, steps)
        ax.minorticks_off()
        ax.set_xlim(0, None)
        ax.set_xticks([0, 2000, 4000], ["0", "2,000", "4,000"])
        ax.set_yticks(
            [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1],
            ["10⁻⁵", "10⁻⁴", "0.001", "0.01", "0.1", "1"],
        )
        ax.axhline(found["threshold"], color=MUTED, lw=PX, ls=":")
        above(ax, f"{data}: variance of the strongest direction")
        ax.annotate(
            "training steps",
            (1, 0),
            xycoords="axes fraction",
            xytext=(0, -30 * PX),
            textcoords="offset points",
            ha="right",
            va="top",
            color=MUTED,
        )
