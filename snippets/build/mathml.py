"""The TeX of one page becomes MathML, or one clear line of error."""

import re
from collections import Counter

from math_core import LatexError, LatexToMathML

LABEL = re.compile(r'(<mtd [^>]*?) id="([^"]+)"')
_UNKNOWN = re.compile(r'href="#([^"]+)">\(\?\?\)')
_PLACE = re.compile(r"input(\d+):\d+: ")


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
    return pieces


def check_labels(mathml: str) -> None:
    """Raises BadMaths unless every reference has one equation."""
    if unknown := _UNKNOWN.search(mathml):
        raise BadMaths(rf"\eqref{{{unknown[1]}}} has no equation")
    labels = Counter(label for _, label in LABEL.findall(mathml))
    if twice := [name for name, n in labels.items() if n > 1]:
        raise BadMaths(rf"\label{{{twice[0]}}} stands twice")
