"""Every guard in four kinds of numbers, a word in each cell."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from snippets.build.style import INK, MUTED, PAPER, PX, RULE
from snippets.figures.parts.panels import place, size
from snippets.measures.guards import LOGITS

ROW, CELL, NAMES = 20, 34, 122  # pixels
FORMS = {
    "question": "1e-10 + 1 − m",
    "swapped": "1 − m + 1e-10",
    "clipped": "clip at 1e-10",
    "by_type": "clip at eps",
    "library": "torch, from m",
    "logits": "from logits",
}
GAP = 10  # pixels between ink and paper
# Colour of the cell, and of the word in it.
SHADES = {
    "NaN": (INK, PAPER, "NaN"),
    "inf": (MUTED, PAPER, "∞"),
    "flat": (RULE, INK, "flat"),
    "off": (RULE, INK, "off"),
    "right": (PAPER, MUTED, "·"),
}


def left_of(column: int) -> int:
    """Where a column begins, in pixels."""
    return NAMES + column * CELL + GAP * (column // len(LOGITS))


def cell(ax: Axes, left: float, top: float, verdict: str) -> None:
    """One verdict: a shade, and a word on it."""
    back, front, word = SHADES[verdict]
    ax.add_patch(
        Rectangle(
            (left, top), CELL - 1, ROW - 1, facecolor=back, linewidth=0
        )
    )
    ax.text(
        left + (CELL - 1) / 2,
        top + (ROW - 1) / 2,
        word,
        ha="center",
        va="center",
        color=front,
        size=11 * PX,
    )


def block(
    ax: Axes, top: float, kind: str, forms: dict, part: slice
) -> None:
    """A kind of number: its name, then a row for each form."""
    ax.text(0, top + 10, kind, va="center", weight="bold")
    for row, (name, verdicts) in enumerate(forms.items(), start=1):
        y = top + row * ROW
        ax.text(0, y + 9, FORMS[name], va="center", size=12 * PX)
        for column, verdict in enumerate(verdicts[part]):
            cell(ax, left_of(column), y, verdict)


def heads(ax: Axes, title: str, part: slice) -> None:
    """Above the columns: what the pixel is, and the logits."""
    ax.text(NAMES, 8, title, va="center", weight="bold")
    for column, logit in enumerate((*LOGITS, *LOGITS)[part]):
        ax.text(
            left_of(column) + CELL / 2,
            28,
            str(logit).replace("-", "−"),
            ha="center",
            va="center",
            color=MUTED,
            size=12 * PX,
        )


def table(fig: Figure, grid: dict, top: float, part: slice) -> Axes:
    """Axes in pixels, from `top` down, holding four blocks."""
    across, _ = size(fig)
    height = 40 + len(grid) * (len(FORMS) + 1.5) * ROW
    ax = place(fig, (0, top, across, height))
    ax.set(xlim=(0, across), ylim=(height, 0))
    ax.set_axis_off()
    for number, (kind, forms) in enumerate(grid.items()):
        start = 36 + number * (len(FORMS) + 1.5) * ROW
        block(ax, start, kind, forms, part)
    return ax


def cells(found: dict, fig: Figure, narrow: bool) -> None:
    """Ink and paper side by side; on a phone one below the other."""
    grid, count = found["grid"], len(LOGITS)
    ink, paper = "the pixel is ink; logit", "the pixel is paper; logit"
    if narrow:
        heads(table(fig, grid, 0, slice(count)), ink, slice(count))
        lower = table(fig, grid, HALF, slice(count, None))
        heads(lower, paper, slice(count, None))
        return
    ax = table(fig, grid, 0, slice(None))
    heads(ax, ink, slice(None))
    ax.text(left_of(count), 8, paper, va="center", weight="bold")


HALF = 660  # pixels: where the lower half begins on a phone
