"""What hands do to an element, and what it then says."""

import re

SCHEMES = ("light", "dark")
FRAMES = """() => new Promise((done) => {
    const next = (left) => left
        ? requestAnimationFrame(() => next(left - 1)) : done();
    next(5);
})"""


def drag(page, start, end):
    """A mouse from one place to another."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=5)
    page.mouse.up()


def swipe(page, start, end):
    """A finger from one place to another."""
    session = page.context.new_cdp_session(page)
    steps = (
        ("touchStart", [start]),
        ("touchMove", [end]),
        ("touchEnd", []),
    )
    for kind, places in steps:
        points = [{"x": x, "y": y} for x, y in places]
        given = {"type": kind, "touchPoints": points}
        session.send("Input.dispatchTouchEvent", given)


# How each of them moves, and the browser that it needs.
HANDS = {"mouse": (drag, {}), "finger": (swipe, {"has_touch": True})}


def corner(locator):
    """Left, top and width, in pixels."""
    box = locator.bounding_box()
    return box["x"], box["y"], box["width"]


def drawn(page):
    """Wait until what was asked for is drawn."""
    page.evaluate(FRAMES)


def summary(element):
    """What is announced once all has come to rest."""
    drawn(element.page)
    status = element.locator("[role=status]")
    element.locator("[role=status]:not([aria-busy])").wait_for(
        state="attached"
    )
    said = status.inner_text()
    return said.replace("−", "-").replace("-0.0,", "0.0,")


def numbers(text):
    """All numbers in a text."""
    found = re.findall(r"-?\d[\d,]*(?:\.\d+)?", text)
    return [float(each.replace(",", "")) for each in found]
