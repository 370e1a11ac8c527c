"""Two planes of codes, and what each decoder makes of one image."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch

from snippets.build.style import FAMILY, INK, MUTED, PAPER, PX, RULE
from snippets.figures.parts.panels import above, image, place
from snippets.figures.parts.spaces_map import ellipses
from snippets.words import fraction

FRAME = 3.6
HEIGHTS = (330, 640)
# Left, top, width and height of the plane and of the picture.
WIDE = {
    "bernoulli": ((0, 30, 280, 280), (298, 30, 116, 116)),
    "gaussian": ((446, 30, 280, 280), (744, 30, 116, 116)),
}
NARROW = {
    "bernoulli": ((0, 28, 200, 200), (212, 28, 112, 112)),
    "gaussian": ((0, 278, 200, 200), (212, 278, 112, 112)),
}


def plane(ax: Axes, law: str, found: dict, chosen: int) -> None:
    """Ellipses with their digits, the prior, one point."""
    codes = found["map"][law]
    loc, scale = np.array(codes["loc"]), np.array(codes["scale"])
    for radius in (1, 2):
        edge = {"fill": False, "edgecolor": RULE, "lw": 1.5 * PX}
        ax.add_patch(Circle((0, 0), radius, **edge))
    thin = {"facecolor": "none", "edgecolor": MUTED, "lw": 0.7 * PX}
    ax.add_patch(PathPatch(ellipses(loc, scale), **thin))
    middle = {"ha": "center", "va": "center"}
    for digit, at in zip(found["map"]["digits"], loc, strict=True):
        ax.text(*at, str(digit), color=MUTED, size=12 * PX, **middle)
    bold = {"facecolor": "none", "edgecolor": INK, "lw": 2 * PX}
    one = ellipses(loc[[chosen]], scale[[chosen]])
    ax.add_patch(PathPatch(one, **bold))
    point = {"color": FAMILY[law][0], "mec": PAPER, "ms": 11 * PX}
    ax.plot(*loc[chosen], "o", **point)
    ax.set(xlim=(-FRAME, FRAME), ylim=(-FRAME, FRAME))
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(True)
    ax.spines[:].set_color(RULE)


def names(variance: float) -> dict[str, str]:
    """What stands above each plane."""
    return {
        "bernoulli": "Bernoulli",
        "gaussian": f"squared error, σ² = {fraction(variance)}",
    }


def twins(found: dict, fig: Figure, narrow: bool) -> None:
    """Both planes, and the decoded mean beside each."""
    chosen = found["map"]["digits"].index(found["first"])
    said = names(found["map"]["variance"])
    for law, (field, picture) in (NARROW if narrow else WIDE).items():
        ax = place(fig, field)
        plane(ax, law, found, chosen)
        colour = {"color": FAMILY[law][0], "weight": "bold"}
        above(ax, said[law], **colour)
        decoded = place(fig, picture)
        image(decoded, found[f"map_{law}"], 0)
        above(decoded, "decoded")
