"""The strict policy, in Chromium, on every page."""

import pytest

from tests.chromium import PAGES, PATIENCE, WIDTHS

# A violation is an event of its own, besides a line in the console.
TOLD = """document.addEventListener("securitypolicyviolation", event =>
  console.error("violated", event.violatedDirective, event.blockedURI,
    event.sourceFile, event.lineNumber, event.sample));"""


@pytest.fixture
def guarded(browser, served):
    """Open a page from the real server; gives it and its errors."""
    contexts = []

    def open_page(path, **options):
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page, errors = context.new_page(), []
        page.add_init_script(TOLD)
        page.on(
            "console",
            lambda said: (
                said.type == "error" and errors.append(said.text)
            ),
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{served.address}/{path}", wait_until="networkidle")
        return page, errors

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", [p for p in PAGES if p != "404.html"])
def test_no_page_violates_the_policy(guarded, path):
    """Scrolled to its end, so that all that waits has started."""
    page, errors = guarded(path)
    page.evaluate(
        "for (const each of document.querySelectorAll('details'))"
        " each.open = true;"
        "for (const each of document.querySelectorAll('.chart, table'))"
        " each.scrollIntoView()"
    )
    page.wait_for_load_state("networkidle")
    assert errors == []


def test_a_wrong_address_violates_it_neither(guarded):
    page, errors = guarded("no/such/page/")
    assert page.locator("article h1").inner_text()
    # The address itself is told as an error, and nothing else.
    assert len(errors) == 1
    assert "404" in errors[0]


def test_the_policy_is_in_force(guarded):
    page, errors = guarded("index.html")
    page.evaluate(
        "const it = document.createElement('script');"
        "it.textContent = 'window.ran = true';"
        "document.body.append(it);"
        "document.body.setAttribute('style', 'color: red');"
    )
    assert page.evaluate("window.ran") is None
    assert any("script-src" in said for said in errors)
    assert any("style-src" in said for said in errors)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_a_reader_does_violates_nothing(guarded, width):
    page, errors = guarded(
        "vae/elbo/index.html", viewport={"width": width, "height": 800}
    )
    if width < 500:
        page.locator("label.md-header__button[for=__search]").click()
    field = page.locator(".md-search__input")
    field.click()
    field.press_sequentially("variance")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".md-header label[for^=__palette]:visible").click()
    code = page.locator("article pre:visible").first
    code.scroll_into_view_if_needed()
    code.hover()
    code.locator("button").first.click()
    for name in ("abbr", ".footnote-ref"):
        shown = page.locator(f"article {name}").first
        shown.scroll_into_view_if_needed()
        shown.hover()
        page.wait_for_timeout(300)  # what it says appears after a while
    assert errors == []


def test_the_explorables_move_under_it(guarded):
    page, errors = guarded("playground/index.html")
    for name in ("loss-ruler", "hidden-variance", "latent-map"):
        page.locator(name).scroll_into_view_if_needed()
        page.locator(f"{name}.is-live").wait_for()
    assert errors == []
