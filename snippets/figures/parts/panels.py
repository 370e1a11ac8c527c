"""Images inside charts: placed by the pixel, ink on paper."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.picture import rgba
from snippets.build.style import MUTED, PX, RULE


def size(fig: Figure) -> tuple[float, float]:
    """Width and height in CSS pixels."""
    width, height = fig.get_size_inches() * 72 / PX
    return float(width), float(height)


def place(fig: Figure, box: tuple[float, float, float, float]) -> Axes:
    """Axes at left, top, width, height: pixels from the top left."""
    across, down = size(fig)
    left, top, width, height = box
    bottom = down - top - height
    return fig.add_axes(
        (left / across, bottom / down, width / across, height / down)
    )


def above(ax: Axes, text: str, **style) -> None:
    """A name above the left end of the axes."""
    ax.annotate(
        text,
        (0, 1),
        xycoords="axes fraction",
        xytext=(0, 8 * PX),
        textcoords="offset points",
        va="bottom",
        **{"color": MUTED, **style},
    )


def image(ax: Axes, ink: np.ndarray, border: int) -> None:
    """Ink from 0 to 1, `border` cut off on each side, in a frame."""
    side = ink.shape[0]
    ax.imshow(rgba(ink), interpolation="none")
    ax.set_xlim(border - 0.5, side - border - 0.5)
    ax.set_ylim(side - border - 0.5, border - 0.5)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(True)
    ax.spines[:].set_color(RULE)
