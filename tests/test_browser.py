"""Every page in the system's Chromium."""

import pytest

from tests.chromium import PAGES, SCHEMES, WIDTHS


@pytest.mark.parametrize("path", PAGES)
def test_no_console_error_and_no_request_elsewhere(
    visit, address, path
):
    _, errors, requests = visit(path)
    assert errors == []
    elsewhere = [
        url
        for url in requests
        if not url.startswith((address, "data:", "blob:"))
    ]
    assert elsewhere == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(visit, path, width):
    page, _, _ = visit(path, viewport={"width": width, "height": 800})
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - innerWidth"
    )
    assert overflow <= 0


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
    page, _, _ = visit("index.html")
    field = page.locator(".md-search__input")
    field.click()
    field.press_sequentially("hides a variance")
    found = page.locator(".md-search-result__link").first
    found.wait_for()
    assert "mse_hides_a_variance" in found.get_attribute("href")
