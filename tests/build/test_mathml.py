"""Wrong maths stops the build and says where."""

import pytest

from snippets.build.mathml import CLASSES, BadMaths, convert
from snippets.store import ROOT

ROWS = r"\begin{align} %s \end{align}"


def test_a_macro_is_replaced():
    assert (
        "<mi>𝔼</mi>"
        in convert([(r"\E", False)], {"E": r"\mathbb{E}"})[0]
    )


def test_a_reference_may_stand_before_its_equation():
    equation = ROWS % r"a &= b \label{eq:one}"
    first, _ = convert(
        [(r"\eqref{eq:one}", False), (equation, True)], {}
    )
    assert "(1)" in first


@pytest.mark.parametrize(
    ("tex", "named"),
    [
        (r"\frac{a}{", r"\frac{a}{"),
        (r"\eqref{eq:nope}", "eq:nope"),
        (
            ROWS % r"a &= b \label{eq:a} \\ c &= d \label{eq:a}",
            "eq:a",
        ),
    ],
    ids=["bad TeX", "no equation", "two equations"],
)
def test_wrong_maths_is_named_in_one_line(tex, named):
    with pytest.raises(BadMaths) as error:
        convert([("x", False), (tex, True)], {})
    assert named in str(error.value)
    assert "\n" not in str(error.value)


def test_a_strict_policy_takes_nothing_away():
    cases = r"\begin{cases} 0 & 1 \end{cases}"
    two = r"a &= b \label{eq:one} \\ c &\!= " + cases
    text = convert([(ROWS % two, True)], {})[0]
    assert " style=" not in text
    assert 'class="m-rows"' in text
    assert text.count('class="number"') == 2


def test_every_class_is_known_to_the_style_sheet():
    css = (ROOT / "docs/assets/style/maths.css").read_text()
    for name in CLASSES.values():
        assert f".{name}" in css


def test_a_style_without_a_class_is_named():
    with pytest.raises(BadMaths, match="color:#FF0000"):
        convert([(r"\textcolor{red}{x}", False)], {})
