"""One drawing gives both widths of a figure, and its description."""

from xml.etree import ElementTree

import pytest

from snippets.build import style


def draw(fig, narrow):
    ax = fig.add_axes((0.1, 0.3, 0.8, 0.4))
    ax.plot([0, 1], [0, 1], **style.line("gaussian"))
    ax.text(0, 0, "narrow" if narrow else "wide")
    style.axes_labels(ax, "rate, nats", "σ² < 1")
    style.range_frame(ax)


def make(name="demo", alt="A line."):
    return style.svg(draw, name, "column", 200, alt)


def test_the_same_figure_has_the_same_bytes():
    assert make() == make()


def test_the_description_is_escaped():
    root = ElementTree.fromstring(make(alt='a < b & "c"'))
    assert root.find("title").text == 'a < b & "c"'


def test_the_description_names_the_figure():
    root = ElementTree.fromstring(make())
    assert root.get("aria-labelledby") == root.find("title").get("id")


def test_a_chart_is_drawn_wide_and_narrow():
    text = style.chart(draw, "demo", "full", (200, 180), "A line.")
    assert text.index(">wide<") < text.index(">narrow<")
    assert 'width="860"' in text
    assert 'width="328"' in text


def test_an_unknown_law_is_named():
    with pytest.raises(ValueError, match="'poisson'"):
        style.line("poisson")


@pytest.mark.parametrize("name", ["learned-gaussian", "pixel-gaussian"])
def test_a_law_with_another_variance_keeps_its_colour(name):
    assert style.line(name) == style.line("gaussian")
