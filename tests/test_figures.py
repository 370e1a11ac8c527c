"""Every figure of the built site leads to its code and its numbers."""

import json
import re
from pathlib import Path

import pytest

SITE = Path(__file__).parents[1] / "site"
PAGES = [
    path.relative_to(SITE)
    for path in sorted(SITE.rglob("*.html"))
    if "<figure" in path.read_text()
]
FIGURE = re.compile(r"<figure.*?</figure>", re.S)
LINK = r'<a (?:download="[^"]+" )?href="([^"]+)"[^>]*>{}</a>'


def figures(page):
    return FIGURE.findall((SITE / page).read_text())


def linked(page, figure, word):
    """The file to which the word in the caption leads."""
    caption = figure[figure.index("<figcaption") :]
    (address,) = re.findall(LINK.format(word), caption)
    return (SITE / page).parent / address


def test_there_are_figures():
    assert sum(len(figures(page)) for page in PAGES) > 80


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_figure_leads_to_the_code_that_drew_it(page):
    for figure in figures(page):
        code = linked(page, figure, "code").read_text()
        assert "def " in code or "# %%" in code


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_figure_leads_to_its_numbers(page):
    for figure in figures(page):
        path = linked(page, figure, "data")
        assert json.loads(path.read_text())
        assert path.stat().st_size < 1_000_000
