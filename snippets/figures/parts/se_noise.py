"""The noise that one loss assumes, pixel by pixel, on four scales."""

import numpy as np
from matplotlib.figure import Figure

from snippets.build.style import MUTED, PX
from snippets.figures.parts.panels import image, place
from snippets.words import fixed

SIDE = 28
BOXES = {
    False: [(146 * n, 44, 130, 130) for n in range(4)],
    True: [
        (170 * (n % 2), 44 + 216 * (n // 2), 130, 130) for n in range(4)
    ],
}
HEIGHTS = (204, 424)


def maps(found: dict) -> dict[str, np.ndarray]:
    """Name of a scale -> assumed standard deviation, in ink."""
    even = np.ones((SIDE, SIDE)) * np.sqrt(found["variance"])
    each = found["scatter"]
    return {
        "0 to 1": even,
        "−1 to 1": even / 2,
        "standardised,\none sd for all": even * each["overall"],
        "standardised,\npixel by pixel": even * each["map"],
    }


def said(noise: np.ndarray) -> str:
    """One number, or the two ends."""
    low, high = noise.min(), noise.max()
    if low == high:
        return f"± {fixed(high)} everywhere"
    return f"{fixed(low, 0)} to ± {fixed(high)}"


def noises(found: dict, fig: Figure, narrow: bool) -> None:
    """Four maps of 28 x 28 pixels, the noisiest as full ink."""
    drawn = maps(found)
    most = max(noise.max() for noise in drawn.values())
    for box, (name, noise) in zip(
        BOXES[narrow], drawn.items(), strict=True
    ):
        ax = place(fig, box)
        image(ax, noise / most, border=0)
        text = {"textcoords": "offset points", "color": MUTED}
        ax.annotate(
            name,
            (0, 1),
            xycoords="axes fraction",
            xytext=(0, 7 * PX),
            va="bottom",
            linespacing=1.25,
            **text,
        )
        ax.annotate(
            said(noise),
            (0, 0),
            xycoords="axes fraction",
            xytext=(0, -8 * PX),
            va="top",
            **text,
        )
