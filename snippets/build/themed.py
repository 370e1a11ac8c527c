"""matplotlib's SVG made fit to stand inside a page."""

import re

from snippets.build.palette import VARIABLES

_REMOVED = re.compile(
    r"<metadata>.*?</metadata>"
    # A rule for `*` would reach every icon of the page.
    r"|<style.*?</style>"
    r"|<!--.*?-->"
    r"|(?<=\")\s?transform=\"rotate\(-0 [^)]*\)\""
    # The page sets the typeface; its digits are tabular.
    r"|font-family: [^;\"]*;? ?"
    # Names that matplotlib gives to every part, unused.
    r"| id=\"[A-Za-z0-9.]+_\d+\"| id=\"image[0-9a-f]+\"",
    flags=re.S,
)
_COORDINATES = re.compile(r'(?<= )(?:d|x|y)="[^"]*"')
_FRACTION = re.compile(r"-?\d+\.\d{3,}")
_MARKER = re.compile("|".join(VARIABLES))
_STYLE = re.compile(r' style="([^"]*)"')


def _attributes(found: re.Match) -> str:
    """Each declaration as an attribute; the last of a name counts.

    A strict Content-Security-Policy ignores `style="..."`.
    """
    said = [part.split(":") for part in found[1].split(";") if part]
    given = {name.strip(): value.strip() for name, value in said}
    return "".join(f' {k}="{v}"' for k, v in given.items())


def _short(found: re.Match) -> str:
    def two_places(number: re.Match) -> str:
        return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")

    return _FRACTION.sub(two_places, found[0])


def themed(text: str, prefix: str) -> str:
    """SVG whose colours are CSS variables, its ids `prefix`-..."""
    text = _REMOVED.sub("", text)
    text = _COORDINATES.sub(_short, text)
    text = _MARKER.sub(lambda found: VARIABLES[found[0]], text)
    text = _STYLE.sub(_attributes, text)
    text = text.replace(' id="', f' id="{prefix}-')
    text = text.replace("url(#", f"url(#{prefix}-")
    text = text.replace('xlink:href="#', f'href="#{prefix}-')
    text = text.replace("xlink:href", "href")
    return re.sub(r"\n\s*", "\n", text).strip()
