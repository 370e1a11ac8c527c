"""Beside the plane: images, and the coins of their codes."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import MUTED, PX
from snippets.figures.parts.panels import above, image, place
from snippets.figures.parts.spaces_map import (
    LETTERS,
    PLANE,
    boxes,
    codes,
    name_of_row,
)

BORDER = 2  # empty columns on each side of a digit
BLUE = FAMILY["bernoulli"][0]


def no_image(ax: Axes) -> None:
    """The slot of a point that no image was asked for."""
    ax.set_axis_off()
    ax.text(
        0.5, 0.5, "no\nimage", ha="center", va="center", color=MUTED
    )


def heads(axes: tuple[Axes, Axes], narrow: bool) -> None:
    """Names of the two rows, or of the two columns, of pictures."""
    left, right = axes
    above(right, "coins m", color=BLUE)
    left.annotate(
        "image x",
        (0, 1),
        xycoords="axes fraction",
        xytext=(0, (26 if narrow else 8) * PX),
        textcoords="offset points",
        va="bottom",
        color=MUTED,
    )


def spaces(found: dict, fig: Figure, narrow: bool) -> None:
    """The latent space on the left, the data space on the right."""
    ax = place(fig, PLANE[narrow])
    codes(ax, found)
    above(ax, "latent space: the two numbers of the code z")
    where = boxes(narrow)
    for row, (name, pair) in enumerate(
        zip(LETTERS, where, strict=True)
    ):
        left, right = (place(fig, box) for box in pair)
        if row < len(found["pictures"]):
            image(left, found["pictures"][row], BORDER)
        else:
            no_image(left)
        image(right, found["coins"][row], BORDER)
        name_of_row(left, name, narrow)
        if row == 0:
            heads((left, right), narrow)
