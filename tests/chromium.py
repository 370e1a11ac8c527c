"""The built site in the system's Chromium: what browser tests share."""

import http.server
import os
import shutil
import threading
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

__all__ = ["address", "browser", "compute", "live", "visit"]

SITE = Path(__file__).parents[1] / "site"
PAGES = sorted(
    str(path.relative_to(SITE)) for path in SITE.rglob("*.html")
)
WIDTHS = (1280, 360)
SCHEMES = ("light", "dark")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 120_000  # ms: a busy machine is slow, not wrong
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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


@contextmanager
def opened(browser, address, path, **options):
    """A page of the site, with its errors and its requests."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    errors, requests = [], []
    page.on(
        "console",
        lambda said: said.type == "error" and errors.append(said.text),
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda made: requests.append(made.url))
    page.goto(f"{address}/{path}", wait_until="networkidle")
    yield page, errors, requests
    context.close()


@pytest.fixture
def visit(browser, address):
    """Open a page; gives it with its errors and its requests."""
    with ExitStack() as stack:
        yield lambda path, **options: stack.enter_context(
            opened(browser, address, path, **options)
        )


@pytest.fixture
def live(visit):
    """Open a page and scroll to an element, once it moves."""

    def open_element(name, path="playground/index.html", **options):
        page, errors, _ = visit(path, **options)
        element = page.locator(name)
        element.scroll_into_view_if_needed()
        page.locator(f"{name}.is-live").wait_for()
        assert errors == []
        return page, element

    return open_element


WITH = """async ({ address, names, given }) => {
    const folder = `${address}/generated/playground/`;
    const at = (name) => `${address}/assets/widgets/${name}.js`;
    const parts = {};
    for (const name of names) parts[name] = await import(at(name));
    %s
}"""


@pytest.fixture
def compute(visit, address):
    """Run JavaScript on `given`, with `parts` of the page by name.

    `folder` is where the page's data lie.
    """
    page, _, _ = visit("playground/index.html")

    def run(code, given, *names):
        told = {"address": address, "names": names, "given": given}
        return page.evaluate(WITH % code, told)

    return run
