"""What counts as the content of a page."""

from collections import Counter

import pytest

from engines.content import KINDS, pages

PAGE = """<header id="theme"><a href="x/"><img alt="logo"></a></header>
<article><i id="__skip"></i>
<h2 id="why">Why <a href="../b/#c">one</a></h2>
<p>2 = <math><mi>x</mi> <mo>+</mo><mn>1</mn></math> is 3</p>
<svg role="img" aria-labelledby="curve"><title>Loss</title></svg>
<svg><path d="M0 0"/></svg><img alt="a digit" src="d.png">
<script>let hidden</script></article><footer id="foot">end</footer>
"""


@pytest.fixture
def found(tmp_path):
    path = tmp_path / "a" / "index.html"
    path.parent.mkdir()
    path.write_text(PAGE)
    return pages(tmp_path)["a/index.html"]


def test_only_the_article_counts_and_nothing_of_the_theme(found):
    assert found["anchors"] == Counter(["why"])
    assert found["words"] == Counter(
        ["Why", "one", "2", "=", "is", "3"]
    )


def test_a_link_is_known_by_where_it_leads(found):
    assert found["links"] == Counter(["/b/#c"])


def test_a_picture_is_known_by_its_name_and_icons_are_none(found):
    assert found["figures"] == Counter(["curve", "a digit"])


def test_a_formula_is_known_by_what_it_says(found):
    assert found["maths"] == Counter(["x +1"])


def test_a_page_without_an_article_holds_nothing(tmp_path):
    (tmp_path / "404.html").write_text('<p id="lost">Lost')
    held = pages(tmp_path)["404.html"]
    assert held == {kind: Counter() for kind in KINDS}
