"""Every page for readers who do not look, point or use a screen."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.chromium import PAGES, SCHEMES, WIDTHS

FOUND = """async options => {
  const {violations} = await axe.run(
    {...options, resultTypes: ["violations"]});
  return violations.flatMap(rule => rule.nodes.map(
    node => `${rule.id} (${rule.impact}): ${node.target.join(" ")}`));
}"""
# What Tab should stop at: shown, enabled, and not passed over.
STOPS = """() => [...document.querySelectorAll(
  "a[href], button, input, select, summary, [tabindex='0']")]
  .filter(each => each.checkVisibility({visibilityProperty: true})
    && !each.disabled && each.tabIndex >= 0
    && each.type !== "radio" && !each.closest("[inert]")).length"""
PRESSED = """() => {
  const here = document.activeElement;
  const seen = window.visited ??= new Set();
  if (here === document.body || seen.has(here)) return seen.size;
  if (here.type !== "radio") seen.add(here);
  return -1;
}"""
# Blocks of the article that have words and take no room.
LOST = """() => [...document.querySelectorAll(
  "article :is(h1, h2, h3, p, li, td, pre, figcaption, figure, math)")]
  .filter(each => each.textContent.trim()
    && !each.closest(".md-path, .md-code__nav, .live")
    && !each.getClientRects().length)
  .map(each => each.textContent.trim().slice(0, 60))"""
WIDER = "document.documentElement.scrollWidth - innerWidth"
A4 = {"width": 794, "height": 1123}


def violations(page, *rules):
    """What axe-core finds, a line for each element."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(content=AXE_SCRIPT)
    return page.evaluate(FOUND, {"runOnly": rules} if rules else {})


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit, path, width):
    page, _, _ = visit(
        path,
        viewport={"width": width, "height": 800},
        color_scheme="light",
        has_touch=width < 500,
    )
    assert violations(page) == []
    # In the dark all but the colours is as it was.
    page.emulate_media(color_scheme="dark")
    assert violations(page, "color-contrast") == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_open_search(visit, scheme):
    page, _, _ = visit("index.html", color_scheme=scheme)
    page.locator(".md-search__input").click()
    page.keyboard.type("variance")
    page.locator(".md-search-result__link").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_open_drawer(visit, scheme):
    page, _, _ = visit(
        "vae/elbo/index.html",
        viewport={"width": 360, "height": 800},
        color_scheme=scheme,
    )
    page.locator("label.md-header__button[for=__drawer]").click()
    page.locator(".md-nav--primary").wait_for()
    page.wait_for_timeout(400)  # it slides in
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_the_tab_key_reaches_everything(visit, path):
    page, _, _ = visit(path, viewport={"width": 1280, "height": 800})
    wanted = page.evaluate(STOPS)
    reached = -1
    while reached < 0:
        page.keyboard.press("Tab")
        reached = page.evaluate(PRESSED)
    assert reached >= wanted


@pytest.mark.parametrize("path", PAGES)
def test_all_of_a_page_is_printed(visit, path):
    page, _, _ = visit(path, viewport=A4, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate(LOST) == []
    assert page.evaluate(WIDER) <= 0
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) in {
        "rgb(253, 252, 249)",
        "rgb(255, 255, 255)",
    }
