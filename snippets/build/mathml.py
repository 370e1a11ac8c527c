"""The TeX of one page becomes MathML, or one clear line of error."""

import re
from collections import Counter

from math_core import LatexError, LatexToMathML

LABEL = re.compile(r'(<mtd [^>]*?) id="([^"]+)"')
_UNKNOWN = re.compile(r'href="#([^"]+)">\(\?\?\)')
_PLACE = re.compile(r"input(\d+):\d+: ")
_STYLE = re.compile(r' style="([^"]*)"')

# A strict Content-Security-Policy ignores `style="..."`, so each is a
# class of docs/assets/style/maths.css.
CLASSES = {
    "width: 100%": "m-rows",
    "width: 50%": "m-margin",
    "width: 50%;text-align: right;justify-items: end;": "number",
    "text-align: right;justify-items: end;padding-right: 0;": "m-left",
    "text-align: left;justify-items: start;padding-left: 0;": "m-right",
    "text-align: left;justify-items: start;padding-right: 0;": "m-case",
    "text-align: left;justify-items: start;padding-right: 0;"
    "padding-left:1em;": "m-when",
    "text-align: left;justify-items: start;": "m-start",
    "text-align: right;justify-items: end;": "m-end",
    "padding-right:0.1667em;": "m-thin",
    "margin-left:-0.16666667em;": "m-back",
}


class BadMaths(ValueError):
    """TeX that cannot be shown as its author meant it."""


def convert(
    formulas: list[tuple[str, bool]], macros: dict[str, str]
) -> list[str]:
    """(TeX, displayed?) of one page -> MathML; raises BadMaths."""
    converter = LatexToMathML(macros=macros, fancy_error=False)
    try:
        pieces = converter.convert_all(formulas)
    except LatexError as error:
        place = _PLACE.match(str(error))
        tex = f": {formulas[int(place[1])][0]}" if place else ""
        reason = _PLACE.sub("", str(error)).rstrip(".")
        message = " ".join(f"{reason}{tex}".split())
        raise BadMaths(f"bad TeX: {message}") from None
    check_labels("".join(pieces))
    return [_STYLE.sub(_classed, piece) for piece in pieces]


def _classed(found: re.Match) -> str:
    if found[1] not in CLASSES:
        raise BadMaths(
            f"no class stands for {found[1]!r}: add one to"
            " snippets/build/mathml.py and docs/assets/style/maths.css"
        )
    return f' class="{CLASSES[found[1]]}"'


def check_labels(mathml: str) -> None:
    """Raises BadMaths unless every reference has one equation."""
    if unknown := _UNKNOWN.search(mathml):
        raise BadMaths(rf"\eqref{{{unknown[1]}}} has no equation")
    labels = Counter(label for _, label in LABEL.findall(mathml))
    if twice := [name for name, n in labels.items() if n > 1]:
        raise BadMaths(rf"\label{{{twice[0]}}} stands twice")
