"""A figure takes its colours from the page and gives it nothing."""

import re
from xml.etree import ElementTree

import numpy as np

from snippets.build import picture, style
from snippets.build.themed import themed


def draw(fig, narrow):
    ax = fig.add_axes((0.1, 0.3, 0.8, 0.4))
    ax.plot([0, 1], [0, 1], **style.line("gaussian"))
    ax.plot([0.5], [0.5], "o")
    image = picture.rgba(np.eye(2))
    ax.imshow(image, extent=(0, 1, 0, 1), interpolation="none")


def make(name="demo"):
    return style.svg(draw, name, "column", 200, "A line.")


def ids(text):
    return set(re.findall(r' id="([^"]+)"', text))


def test_no_marker_colour_is_left():
    assert "#0102" not in make()


def test_a_law_takes_the_colour_of_the_page():
    assert 'stroke="var(--gaussian)"' in make()


def test_ink_is_the_colour_of_the_text_around():
    assert 'stroke="currentColor"' in make()


def test_no_style_of_the_figure_reaches_the_page():
    assert "<style" not in make()


def test_a_strict_policy_takes_nothing_away():
    text = make()
    assert "style=" not in text
    # A parser of XML refuses an attribute that stands twice.
    ElementTree.fromstring(text)


def test_of_a_property_that_stands_twice_the_last_counts():
    twice = '<g style="opacity: 1; fill: none;opacity:.5"/>'
    assert themed(twice, "x") == '<g opacity=".5" fill="none"/>'


def test_no_typeface_is_named():
    assert "font-family" not in make()


def test_two_figures_share_no_id():
    assert not ids(make("one")) & ids(make("two"))


def test_every_reference_has_its_target():
    text = make()
    references = re.findall(r'(?:url\(|href=")#([^)"]+)', text)
    assert references
    assert set(references) <= ids(text)
