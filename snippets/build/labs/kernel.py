"""Runs in the kernel before a lab's first cell: the look of figures.

The lab draws as a reader's notebook would. Here its figures become
SVG at the two widths of a page, in colours that follow the theme.
"""

import io

import matplotlib
from IPython import get_ipython
from matplotlib.figure import Figure

from snippets.build.labs.drawn import numbers
from snippets.build.palette import MUTED
from snippets.build.rc import PX, RC

WIDTHS = (580, 328)  # CSS pixels: the column, and a phone
LOOK = {
    **RC,
    "axes.titlecolor": MUTED,
    "axes.titlelocation": "left",  # the unit of y, above its axis
    "axes.titlepad": 10 * PX,
    "axes.titlesize": 13 * PX,
    "figure.constrained_layout.h_pad": 0,
    "figure.constrained_layout.use": True,
    "figure.constrained_layout.w_pad": 0,
    "image.interpolation": "none",  # the page keeps pixels sharp
    "svg.hashsalt": "lab",
    "xaxis.labellocation": "right",
}
BARE = dict.fromkeys(("Date", "Creator", "Format", "Type"))


def size(fig: Figure, width: int) -> tuple[float, float]:
    """Inches; what holds pictures shrinks as a whole."""
    across, high = fig.get_size_inches()
    wanted = width * PX / 72
    pictures = any(ax.images for ax in fig.axes)
    return wanted, high * wanted / across if pictures else high


def both_widths(fig: Figure) -> str:
    """The figure as SVG, once for each of WIDTHS."""
    drawn = []
    for width in WIDTHS:
        fig.set_size_inches(size(fig, width))
        file = io.StringIO()
        fig.savefig(file, format="svg", metadata=BARE)
        text = file.getvalue()
        drawn.append(text[text.index("<svg") :].strip())
    return "\n".join(drawn)


def start() -> None:
    """Figures of this kernel are `both_widths` and their `numbers`."""
    shell = get_ipython()
    shell.run_line_magic("matplotlib", "inline")
    shell.run_line_magic("config", "InlineBackend.figure_formats = []")
    matplotlib.rcParams.update(LOOK)
    svg = shell.display_formatter.formatters["image/svg+xml"]
    svg.for_type(Figure, both_widths)
    data = shell.display_formatter.formatters["application/json"]
    data.for_type(Figure, numbers)
