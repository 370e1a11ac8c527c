"""A figure as a kernel drew it becomes one of the page's own."""

import base64
import io
import re

import numpy as np
from PIL import Image

from snippets.build import picture
from snippets.build.sourced import captioned
from snippets.build.style import framed
from snippets.build.themed import themed
from snippets.store import ROOT

COLOURS = ROOT / "docs" / "assets" / "style" / "colour.css"
WIDTHS = ("column", "narrow")
_LIGHT = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}),")
_USED = re.compile(r"(?<!url\()#[0-9a-f]{6}\b")
_PICTURE = re.compile(r"data:image/png;base64,([^\"]+)")
_HEIGHT = re.compile(r'height="([\d.]+)pt"')
DATA = "generated/labs"  # where `products` puts the numbers
POINTS = 0.75  # in a CSS pixel
_CAPTION = re.compile(r"(.+?)\n\n(.+)\n\n<!--\s*(.+?)\s*-->\s*", re.S)
_FIGURE = """<figure markdown>
<p class="finding">{finding}</p>
<div class="chart" markdown="0" data-search-exclude>
{svg}
</div>
<figcaption markdown="span">{how}{links}</figcaption>
</figure>"""


class Unthemed(ValueError):
    """A figure has a colour that would not follow the theme."""


def families() -> dict[str, str]:
    """The colours of the light page, and the variables they name."""
    text = COLOURS.read_text(encoding="utf-8")
    named = {
        hue: f"var(--{name})" for name, hue in _LIGHT.findall(text)
    }
    return {**named, "#000000": "currentColor"}


def coloured(text: str) -> str:
    """Light colours become variables. Raises `Unthemed`."""
    known = families()
    text = _USED.sub(lambda found: known.get(found[0], found[0]), text)
    if other := _USED.search(text):
        raise Unthemed(
            f"colour {other[0]} is none of the site's: see colour.css"
        )
    return text


def as_ink(found: re.Match) -> str:
    """Greys of an embedded picture become ink on the page's paper."""
    png = io.BytesIO(base64.b64decode(found[1]))
    grey = np.asarray(Image.open(png).convert("L"))
    return picture.uri(picture.row(1 - grey[None] / 255, gap=0))


def inline(drawn: str, name: str, alt: str) -> str:
    """Both widths of a figure as SVG for the page, ids from `name`."""
    pair = [part + "</svg>" for part in drawn.split("</svg>") if part]
    made = []
    for width, text in zip(WIDTHS, pair, strict=True):
        height = round(float(_HEIGHT.search(text)[1]) / POINTS)
        salt = f"{name}-{width}"
        body = _PICTURE.sub(as_ink, coloured(themed(text, salt)))
        made.append(framed(body, salt, width, height, alt))
    return "\n".join(made)


def one_line(text: str) -> str:
    """The text without its breaks."""
    return " ".join(text.split())


def figure(svg: str, name: str, caption: str, lab: str) -> str:
    """The figure between its finding and how to read it."""
    parts = _CAPTION.fullmatch(caption.strip() + "\n")
    if parts is None:
        raise ValueError(
            'after a figure comes a Markdown cell tagged "figure": the'
            " finding, how to read it, <!-- what it shows -->"
        )
    finding, how, alt = (one_line(part) for part in parts.groups())
    svg = inline(svg, name, alt)
    links = captioned(f"labs/{lab}.py", f"{DATA}/{name}.json")
    return _FIGURE.format(
        finding=finding, how=how, svg=svg, links=links
    )
