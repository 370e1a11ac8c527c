"""TeX on a page becomes MathML, or the build stops."""

import re

import markdown
import pytest

from snippets.build.mathml import BadMaths

ALIGN = r"$$\begin{align} %s \end{align}$$"


def page(text, **macros):
    extensions = ["pymdownx.arithmatex", "snippets.build.maths"]
    settings = {
        "pymdownx.arithmatex": {"generic": True},
        "snippets.build.maths": {"macros": macros},
    }
    return markdown.markdown(
        text, extensions=extensions, extension_configs=settings
    )


def test_maths_within_a_line_becomes_mathml():
    assert "<math><mi>x</mi></math>" in page("An $x$ here.")


def test_an_ampersand_is_no_letter():
    assert "amp" not in page(ALIGN % r"a &= b")


def test_a_less_than_sign_stays_one():
    assert "<mo>&lt;</mo>" in page("$$a < b$$")


def test_the_macros_of_the_configuration_are_known():
    assert "<mi>𝔼</mi>" in page(r"$\E$", E=r"\mathbb{E}")


def test_an_equation_carries_its_label_as_id():
    text = page(ALIGN % r"a &= b \label{eq:one}")
    assert re.search(r'<div [^>]*id="eq:one"', text)


def test_every_id_stands_once():
    two = r"a &= b \label{eq:one} \\ c &= d \label{eq:two}"
    text = page(ALIGN % two)
    ids = re.findall(r'id="([^"]+)"', text)
    assert ids == ["eq:one", "eq:two"]


def test_numbers_run_through_the_page():
    one = ALIGN % r"a &= b"
    text = page(f"{one}\n\nand\n\n{one}")
    assert re.findall(r"\(\d\)", text) == ["(1)", "(2)"]


def test_a_reference_alone_is_a_plain_link():
    text = page(
        r"By $\eqref{eq:one}$."
        + "\n\n"
        + ALIGN % r"a &= b \label{eq:one}"
    )
    assert '<span class="arithmatex"><a href="#eq:one">(1)</a>' in text


def test_an_equation_that_may_scroll_is_reached_by_the_keyboard():
    text = page("$$" + "+".join("abcdefghijklmnop") + "$$")
    assert 'tabindex="0"' in text
    assert 'role="group"' in text


def test_a_short_equation_is_no_stop_for_the_keyboard():
    assert "tabindex" not in page("$$a = b$$")


def test_maths_in_a_heading_is_refused():
    with pytest.raises(BadMaths, match="heading"):
        page("# About $x$")


def test_no_line_begins_with_the_comma_behind_a_formula():
    assert "</math>),</span> and" in page("(With $x$), and so on.")
    assert "</math></span> and" in page("With $x$ and so on.")
