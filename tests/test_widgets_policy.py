"""Nothing in the scripts that a strict policy forbids."""

import re

from tests.chromium import SITE

ELEMENTS = (
    "loss-ruler",
    "hidden-variance",
    "latent-map",
    "one-sentence",
)
SELF = "default-src 'self'; script-src 'self'; style-src 'self'"
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write"
    r"|\beval\(|new Function|setAttribute\(.style"
    r"|https?://(?!www\.w3)"
)


def test_a_strict_policy_forbids_nothing(browser, address):
    """On a bare page in a deep folder, with its scripts alone."""
    page = browser.new_page()
    errors = []
    page.on("console", lambda said: errors.append(said.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    body = "".join(f"<{name}></{name}>" for name in ELEMENTS)
    head = '<script src="/assets/widgets/start.js" defer></script>'
    page.route(
        "**/deep/down/",
        lambda route: route.fulfill(
            body=f"<!doctype html><title>x</title>{head}{body}",
            headers={
                "content-type": "text/html",
                "content-security-policy": SELF,
            },
        ),
    )
    page.goto(f"{address}/deep/down/")
    for name in ELEMENTS:
        page.locator(name).scroll_into_view_if_needed()
        page.locator(f"{name}.is-live").wait_for()
    assert errors == []
    page.context.close()


def test_no_script_makes_markup_from_text():
    for path in (SITE / "assets/widgets").glob("*.js"):
        assert not FORBIDDEN.search(path.read_text()), path.name
