"""One look for every figure: `draw(fig, narrow)` in, inline SVG out.

Sizes are CSS pixels. matplotlib counts in points, so its numbers are
multiplied by PX.
"""

import html
import io
import re
from collections.abc import Callable

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY, INK, MUTED, PAPER, RULE
from snippets.build.rc import PX, RC
from snippets.build.themed import themed

__all__ = [
    "FAMILY",
    "INK",
    "MUTED",
    "PAPER",
    "PX",
    "RC",
    "RULE",
    "WIDTH",
    "axes_labels",
    "chart",
    "line",
    "range_frame",
    "svg",
]

Draw = Callable[[Figure, bool], None]
WIDTH = {"column": 580, "full": 860, "half": 414, "narrow": 328}


def line(name: str, **style) -> dict:
    """The colour and dash of a law, as arguments for `Axes.plot`."""
    if name not in FAMILY:
        known = ", ".join(FAMILY)
        raise ValueError(f"no colour for {name!r}; known: {known}")
    colour, dash = FAMILY[name]
    return {"color": colour, "linestyle": dash, **style}


def axes_labels(ax: Axes, x: str, y: str) -> None:
    """`y` above the axis, `x` below its right end, both level."""
    own = {"textcoords": "offset points", "color": MUTED}
    above = ("figure fraction", "axes fraction")
    at = {"xy": (0, 1), "xycoords": above, "xytext": (0, 14 * PX)}
    ax.annotate(y, **at, **own, ha="left", va="bottom")
    at = {"xy": (1, 0), "xycoords": "axes fraction"}
    at["xytext"] = (0, -38 * PX)
    ax.annotate(x, **at, **own, ha="right", va="top")


def range_frame(ax: Axes, gap: float = 8) -> None:
    """Moves both axes `gap` pixels away from the data."""
    for side in ("left", "bottom"):
        ax.spines[side].set_position(("outward", gap * PX))


def _render(draw: Draw, width: str, height: int, salt: str) -> str:
    settings = {**RC, "svg.hashsalt": salt, "svg.id": salt}
    with matplotlib.rc_context(settings):
        inches = (WIDTH[width] * PX / 72, height * PX / 72)
        # Not pyplot: it counts its figures, in one global list.
        fig = Figure(figsize=inches)
        draw(fig, width == "narrow")
        file = io.StringIO()
        bare = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        fig.savefig(file, format="svg", metadata=bare)
    text = file.getvalue()
    return text[text.index("<svg") :]


def svg(
    draw: Draw, name: str, width: str, height: int, alt: str
) -> str:
    """Inline SVG that follows the theme; `alt` says what it shows.

    `name` is unique on its page: the ids inside begin with it.
    """
    salt = f"{name}-{width}"
    body = themed(_render(draw, width, height, salt), salt)
    return framed(body, salt, width, height, alt)


def framed(
    body: str, salt: str, width: str, height: int, alt: str
) -> str:
    """A themed drawing with its size on the page, and its `alt`."""
    head = (
        f'<svg class="plot plot--{width}" role="img"'
        f' aria-labelledby="{salt}-title"'
        f' width="{WIDTH[width]}" height="{height}"'
        ' stroke-linejoin="round" stroke-linecap="butt"'
    )
    box = body[body.index(" viewBox=") : body.index(">") + 1]
    box = re.sub(r' (xmlns|version|id)="[^"]*"', "", box)
    title = f'<title id="{salt}-title">{html.escape(alt)}</title>'
    return head + box + title + body[body.index(">") + 1 :]


def chart(
    draw: Draw,
    name: str,
    wide: str,
    heights: tuple[int, int],
    alt: str,
) -> str:
    """Both widths, `heights` = (wide, narrow); CSS shows one."""
    pair = zip((wide, "narrow"), heights, strict=True)
    return "\n".join(svg(draw, name, w, h, alt) for w, h in pair)
