"""What holds of every page once it is built."""

import gzip
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from fontTools.ttLib import TTFont

from snippets.build.tables import ROOM

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
PAGES = sorted(p.relative_to(SITE) for p in SITE.rglob("*.html"))
RAW = {
    "an include": re.compile(r"--8"),
    "front matter": re.compile(r"\bdescription: "),
    "a number": re.compile(r"\[\[ "),
    "a reference": re.compile(r"\(\?\?\)"),
    "TeX": re.compile(r"\$|\\[a-z]{2,}|\\[()\[\]]"),
}
BUDGET = 120_000  # bytes: page, our own CSS, figures, all compressed


class Text(HTMLParser):
    """The text that a reader sees, code aside; and the references."""

    def __init__(self):
        super().__init__()
        self.hidden = 0
        self.seen = []
        self.references = []
        self.ids = set()
        self.pictures = []

    def handle_starttag(self, tag, given):
        attributes = dict(given)
        self.hidden += tag in {"code", "script", "style", "svg"}
        self.ids.add(attributes.get("id"))
        if tag == "img":
            self.pictures.append(attributes)
        for name in ("href", "src"):
            reference = attributes.get(name)
            # A picture inside the page leads nowhere else.
            if reference and not reference.startswith("data:"):
                self.references.append(reference)

    def handle_endtag(self, tag):
        self.hidden -= tag in {"code", "script", "style", "svg"}

    def handle_data(self, data):
        if not self.hidden:
            self.seen.append(data)


# Hundreds of links lead to the same few pages.
@cache
def read(page):
    parser = Text()
    parser.feed((SITE / page).read_text())
    return parser


def content(page):
    text = (SITE / page).read_text()
    return text[text.index("<article") : text.index("</article>")]


def target(page, reference):
    """The file to which a reference leads, and the place in it."""
    parts = urlsplit(reference)
    path = SITE / unquote(parts.path.lstrip("/"))
    if not parts.path.startswith("/"):
        path = (SITE / page).parent / unquote(parts.path)
    if not parts.path:
        path = SITE / page
    return (path / "index.html" if path.is_dir() else path), parts


def test_the_site_is_built():
    assert (SITE / "index.html").is_file(), "build it: make site"
    assert len(PAGES) > 9


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("kind", RAW)
def test_nothing_raw_is_left(page, kind):
    text = "".join(read(page).seen)
    assert not RAW[kind].search(text)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_reference_of_the_page_leads_somewhere(page):
    for reference in read(page).references:
        path, parts = target(page, reference)
        if parts.scheme:
            continue
        assert path.is_file(), f"{reference} leads nowhere"
        if parts.fragment and path.suffix == ".html":
            ids = read(path.relative_to(SITE)).ids
            assert unquote(parts.fragment) in ids | {"__skip"}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_picture_says_what_it_shows(page):
    for picture in read(page).pictures:
        assert len(picture.get("alt", "")) > 10
        assert {"width", "height"} <= set(picture)
    for svg in re.findall(
        r'<svg class="plot.*?</title>', content(page)
    ):
        title = svg[svg.index("<title") :]
        assert len(re.sub("<[^>]+>", "", title)) > 30


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_page_own_css_and_figures_stay_within_the_budget(page):
    parser = read(page)
    weight = 0
    for path in (SITE / page, SITE / "generated/style/site.css"):
        weight += len(gzip.compress(path.read_bytes()))
    for reference in parser.references:
        path, _ = target(page, reference)
        if path.suffix in {".png", ".webp"}:
            weight += path.stat().st_size
    assert weight <= BUDGET


def test_every_sign_in_a_formula_is_in_the_font():
    known = TTFont(SITE / "generated/math.woff2").getBestCmap()
    used = set()
    for page in PAGES:
        for formula in re.findall(
            r"<math.*?</math>", (SITE / page).read_text(), flags=re.S
        ):
            used |= set(re.sub(r"<[^>]+>|&\w+;|\s", "", formula))
    assert used, "no page has a formula"
    # Marks such as the invisible separator have nothing to draw.
    drawn = {s for s in used if unicodedata.category(s) != "Cf"}
    assert {s for s in drawn if ord(s) not in known} == set()


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_wide_tables_can_be_reached_by_the_keyboard(page):
    tables = re.findall(
        r"(<div[^>]*>)?\s*<table>(.*?)</tr>",
        (SITE / page).read_text(),
        flags=re.S,
    )
    for around, first_row in tables:
        if len(re.findall(r"<th[ >]", first_row)) > ROOM:
            assert 'tabindex="0"' in around
