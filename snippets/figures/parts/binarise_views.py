"""One digit under every view, and where two tosses of it differ."""

import numpy as np
from matplotlib.figure import Figure

from snippets.build.style import INK
from snippets.figures.parts.panels import above, image, place, size
from snippets.words import fixed

BORDER = 2  # empty rows and columns on each side of the digit
GAP = 12
TOP, BOTTOM = 26, 26  # pixels for the words above and below a panel
NAMES = ("grey", "threshold", "once", "afresh", "afresh, again")
HEIGHTS = (142, 316)


def views(found: dict, fig: Figure, narrow: bool) -> None:
    """Six panels in one row, or in two of three."""
    seen = found["views"]
    apart = np.abs(seen[-1] - seen[-2])
    tossed = f"chance {fixed(found['chance'], 1)}"
    names = (*NAMES, "the two differ")
    amounts = (
        *("", f"chance {fixed(0, 0)}", tossed, tossed, tossed),
        f"in {fixed(float(apart.sum()), 0)} pixels",
    )
    columns = 3 if narrow else 6
    side = (size(fig)[0] - (columns - 1) * GAP) / columns
    for index, pixels in enumerate((*seen, apart)):
        row, column = divmod(index, columns)
        top = TOP + row * (TOP + side + BOTTOM)
        ax = place(fig, (column * (side + GAP), top, side, side))
        image(ax, pixels, BORDER)
        above(ax, names[index])
        ax.set_xlabel(amounts[index], loc="left", color=INK)
