"""Every page in the system's Chromium."""

import gzip
from functools import cache
from urllib.parse import urlsplit

import pytest

from tests.chromium import PAGES, SCHEMES, SITE, WIDTHS, opened

PACKED = {".png", ".webp", ".woff2"}
HEADERS = 500  # bytes of an answer besides its body
WEIGHT = 250_000  # bytes over the wire
LOADS = [(path, width) for path in PAGES for width in WIDTHS]


@pytest.fixture(scope="module", params=LOADS, ids=lambda p: f"{p}")
def loaded(browser, address, request):
    """A page that nobody has touched, its errors, its requests."""
    path, width = request.param
    size = {"width": width, "height": 800}
    with opened(browser, address, path, viewport=size) as shown:
        yield shown


@cache
def weight(url):
    """Bytes that a server which compresses would send."""
    path = SITE / urlsplit(url).path.lstrip("/")
    body = path.read_bytes()
    packed = body if path.suffix in PACKED else gzip.compress(body)
    return len(packed) + HEADERS


def test_there_is_no_console_error(loaded):
    _, errors, _ = loaded
    assert errors == []


def test_nothing_is_asked_of_another_host(loaded, address):
    _, _, requests = loaded
    ours = (address, "data:", "blob:")
    assert [url for url in requests if not url.startswith(ours)] == []


def test_nothing_is_wider_than_the_screen(loaded):
    page, _, _ = loaded
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - innerWidth"
    )
    assert overflow <= 0


def test_a_page_weighs_little_before_it_is_touched(loaded, address):
    page, _, requests = loaded
    files = {url for url in requests if url.startswith(address)}
    assert any(url.endswith(".css") for url in files)
    # All four explorable figures and what they need to move.
    several = 2 if "/playground/" in page.url else 1
    assert sum(map(weight, files)) <= several * WEIGHT


@pytest.mark.parametrize("path", PAGES)
def test_the_text_can_be_read_without_javascript(visit, path):
    page, _, _ = visit(path, java_script_enabled=False)
    heading = page.locator("article h1")
    assert heading.is_visible()
    assert len(page.locator("article").inner_text()) > 10


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_page_follows_the_system(visit, scheme):
    page, _, _ = visit("index.html", color_scheme=scheme)
    colour = page.evaluate(
        "getComputedStyle(document.body).backgroundColor"
    )
    red = int(colour.split("(")[1].split(",")[0])
    assert red > 200 if scheme == "light" else red < 60


def test_formulas_are_set_in_their_own_font(visit):
    page, _, _ = visit("vae/elbo/index.html")
    assert page.evaluate(
        "document.fonts.check('16px \"STIX Two Math\"')"
    )
    assert page.locator("math").count() > 5


def test_search_finds_a_claim(visit):
    page, _, requests = visit("index.html")
    assert not any("search_index" in url for url in requests)
    field = page.locator(".md-search__input")
    field.click()
    field.press_sequentially("hides a variance")
    found = page.locator(".md-search-result__link").first
    found.wait_for()
    assert "mse_hides_a_variance" in found.get_attribute("href")


def test_what_was_found_is_marked(visit):
    page, _, _ = visit("vae/elbo/index.html?h=evidence")
    page.locator("mark", has_text="evidence").first.wait_for()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_first_page_is_dark_before_the_theme_says_so(
    browser, address, scheme
):
    page = browser.new_page(color_scheme=scheme)
    page.route("**/bundle.*.js", lambda route: route.abort())
    page.goto(f"{address}/index.html")
    body = page.locator("body")
    name = {"light": "default", "dark": "slate"}[scheme]
    assert body.get_attribute("data-md-color-scheme") == name
    assert page.locator("html.js").count() == 1
    page.close()
