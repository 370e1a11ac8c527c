"""How others find a page: descriptions, addresses, a card."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest

from tests.test_site import PAGES, SITE

PUBLIC = "https://example.org/why/"
META = re.compile(
    r'<meta (?:name|property)="([^"]+)" content="([^"]*)">'
)
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
OWN = [page for page in PAGES if str(page) != "404.html"]


def told(path):
    """What the head of a page says of it."""
    text = path.read_text()
    return dict(META.findall(text[: text.index("</head>")]))


def address(page):
    """Where a page stands in public."""
    return PUBLIC + str(page).removesuffix("index.html")


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    """The site as it is built for an address of its own."""
    from tests.conftest import Copy

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", PUBLIC)
        copy = Copy(tmp_path_factory.mktemp("public") / "project")
        status, said = copy.run("mkdocs", "build", "--strict")
    assert status == 0, said
    return copy.root / "site"


@pytest.mark.parametrize("page", OWN, ids=str)
def test_every_page_describes_itself(page):
    said = told(SITE / page)
    assert 40 <= len(said["description"]) <= 200
    assert unescape(said["og:description"]) == said["description"]
    assert unescape(said["og:title"]) in unescape(
        (SITE / page).read_text()
    )
    assert said["og:site_name"] == "Why Bernoulli?"


def test_no_two_pages_describe_themselves_alike():
    said = [told(SITE / page)["description"] for page in OWN]
    assert len(set(said)) == len(said)


def test_without_an_address_no_page_claims_one():
    for page in PAGES:
        assert not CANONICAL.search((SITE / page).read_text())
        assert not {"og:url", "og:image"} & told(SITE / page).keys()
    assert "Sitemap" not in (SITE / "robots.txt").read_text()


def test_a_wrong_address_is_no_page_to_be_found():
    assert told(SITE / "404.html")["robots"] == "noindex"
    for page in OWN:
        assert "robots" not in told(SITE / page)


def test_every_page_names_its_own_address(public):
    for page in OWN:
        text = (public / page).read_text()
        assert CANONICAL.findall(text) == [address(page)]
        assert told(public / page)["og:url"] == address(page)


def test_the_sitemap_names_every_page_and_robots_names_it(public):
    root = ElementTree.parse(public / "sitemap.xml").getroot()
    named = {e.text for e in root.iter() if e.tag.endswith("loc")}
    assert named == {address(page) for page in OWN}
    lines = (public / "robots.txt").read_text().splitlines()
    assert "User-agent: *" in lines
    assert f"Sitemap: {PUBLIC}sitemap.xml" in lines


def test_the_card_is_where_every_page_says(public):
    for page in OWN:
        said = told(public / page)
        card = said["og:image"].removeprefix(PUBLIC)
        assert (public / card).read_bytes()[1:4] == b"PNG"
        assert len(said["og:image:alt"]) > 40


def test_a_wrong_address_of_any_depth_leads_home(public):
    """Every link of its page begins at the root of the site."""
    text = (public / "404.html").read_text()
    inside = re.findall(r' (?:href|src)="([^"#:]+)"', text)
    assert len(inside) > 20
    for link in inside:
        assert link.startswith("/why/"), link
        path = public / link.removeprefix("/why/")
        assert path.is_file() or (path / "index.html").is_file(), link
