"""Two possible pictures, their mean, and tosses of the mean."""

import numpy as np
import torch
from matplotlib.figure import Figure

from snippets.build.style import PX
from snippets.figures.parts.panels import above, image, place, size
from snippets.measures.blur_words import ROWS
from snippets.vae.dataset import seeded

GAP, APART, NAME = 8, 30, 28
NAMES = ("either of two", "their mean", "three tosses of it")


def stroke(left: float, right: float) -> np.ndarray:
    """[row, column]: two places between empty columns."""
    return np.tile([0.0, left, right, 0.0], (ROWS, 1))


def groups() -> list[list[np.ndarray]]:
    """What can come, its mean, and tosses."""
    mean = stroke(0.5, 0.5)
    many = torch.tensor(mean).expand(3, -1, -1)
    tosses = torch.bernoulli(many, generator=seeded(0))
    can = [stroke(1.0, 0.0), stroke(0.0, 1.0)]
    return [can, [mean], list(tosses.numpy())]


def row(fig: Figure, start: tuple[float, float], side: float) -> None:
    """All three groups in one line."""
    left, top = start
    for name, pictures in zip(NAMES, groups(), strict=True):
        left = group(fig, name, pictures, (left, top), side) + APART


def group(
    fig: Figure,
    name: str,
    pictures: list[np.ndarray],
    start: tuple[float, float],
    side: float,
) -> float:
    """One group with its name above; gives where it ends."""
    left, top = start
    for index, pixels in enumerate(pictures):
        ax = place(fig, (left, top + NAME, side, side))
        image(ax, pixels, 0)
        ax.spines[:].set_linewidth(PX)
        if index == 0:
            above(ax, name)
        left += side + GAP
    return left - GAP


def toy(fig: Figure, narrow: bool) -> None:
    """One line of six pictures, or two lines on a phone."""
    across, down = size(fig)
    if not narrow:
        # Six pictures, three gaps within groups, two between them.
        side = (across - 2 - 3 * GAP - 2 * APART) / 6
        return row(fig, (1, 2), side)
    can, mean, tosses = groups()
    side = (across - 2 - GAP - 2 * APART) / 4
    start = group(fig, NAMES[0], can, (1, 2), side) + 2 * APART
    group(fig, NAMES[1], mean, (start, 2), side)
    group(fig, NAMES[2], tosses, (1, down / 2), side)
    return None
