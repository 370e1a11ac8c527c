"""Every page in the system's Chromium."""

import http.server
import os
import shutil
import threading
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

SITE = Path(__file__).parents[1] / "site"
PAGES = sorted(
    str(path.relative_to(SITE)) for path in SITE.rglob("*.html")
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = (1280, 360)
SCHEMES = ("light", "dark")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        """Nothing between the dots of pytest."""


@pytest.fixture(scope="session")
def address():
    handler = partial(Quiet, directory=SITE)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        reason = "there is no Chromium: apt-get install chromium"
        # A machine that is there to test must not pass untested.
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM, args=FLAGS
        )
        yield launched
        launched.close()


@pytest.fixture
def visit(browser, address):
    """Open a page; gives it with its errors and its requests."""
    contexts = []

    def open_page(path, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        errors, requests = [], []
        page.on(
            "console",
            lambda said: (
                said.type == "error" and errors.append(said.text)
            ),
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda made: requests.append(made.url))
        page.goto(f"{address}/{path}", wait_until="networkidle")
        return page, errors, requests

    yield open_page
    for context in contexts:
        context.close()


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
