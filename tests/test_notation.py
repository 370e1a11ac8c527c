"""Every letter of a formula is explained, and where it first stands."""

import html
import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from snippets.build.prose import order

ROOT = Path(__file__).parents[1]
SOURCE = (ROOT / "docs/notation.yml").read_text()
SYMBOLS = {
    tex: symbol
    for group in yaml.safe_load(SOURCE).values()
    for tex, symbol in group.items()
}
# A logarithm is set as an operator.
SIGN = re.compile(r"<mi[^>]*>(.+?)</mi>|<mo[^>]*>([a-z]+)</mo>")
HEADING = re.compile(r'<h[1-6] id="([^"]+)"')
ROW = re.compile(r"<tr>\s*<td[^>]*>(.*?)</td>(.*?)</tr>", re.DOTALL)
NOTATION = "notation.md"


def signs(text):
    """The names that stand in the formulas of some HTML."""
    found = SIGN.findall(text)
    return {html.unescape(name or operator) for name, operator in found}


@cache
def content(page):
    """The article of a built page."""
    folder = page.removesuffix(".md").removesuffix("index")
    text = (ROOT / "site" / folder / "index.html").read_text()
    return text[text.index("<article") : text.index("</article>")]


@cache
def sections(page):
    """Heading -> what stands below it, up to the next heading."""
    pieces = HEADING.split(content(page))
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def section(place):
    page, heading = place.split("#")
    return sections(page)[heading]


def listed():
    """The signs in the first column of the built page."""
    return [signs(first) for first, _ in ROW.findall(content(NOTATION))]


SIGNS = dict(zip(SYMBOLS, listed(), strict=True))


@pytest.mark.parametrize("tex", SYMBOLS)
def test_a_symbol_stands_where_its_links_lead(tex):
    symbol = SYMBOLS[tex]
    for place in [symbol["first"], *symbol.get("also", {}).values()]:
        assert SIGNS[tex], tex
        assert SIGNS[tex] <= signs(section(place)), place


@pytest.mark.parametrize("tex", SYMBOLS)
def test_no_page_before_uses_the_symbol(tex):
    pages = order()
    first = SYMBOLS[tex]["first"].partition("#")[0]
    before = pages[: pages.index(first)]
    assert not [p for p in before if SIGNS[tex] <= signs(content(p))]


def test_every_letter_of_every_page_is_listed():
    known = set().union(*SIGNS.values())
    for page in order():
        letters = {s for s in signs(content(page)) if len(s) == 1}
        assert letters <= known, (page, letters - known)


def test_no_symbol_is_listed_twice():
    keys = re.findall(r"^  (\S+):$", SOURCE, flags=re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(SYMBOLS)
    assert len(set(map(frozenset, SIGNS.values()))) == len(SYMBOLS)
