"""A BibTeX entry is set as these pages name their sources."""

import pytest
from pybtex.exceptions import PybtexError

from snippets.build import references

BOOK = """@book{b, author = {Doe, Jane and Roe, R.}, title = {On & on},
publisher = {Press}, year = {1999}}
"""
PAPER = """@inproceedings{p, author = {A, B. C. and D, E. and F, G.},
title = {T}, booktitle = {ICLR}, year = {2014}, eprint = {1312.6114}}
"""
ARTICLE = """@article{a, author = {Doe, J.}, title = {T}, year = {1997},
journal = {The Journal}, volume = {40}, doi = {10.1/x}}
"""


def plain(html):
    return html.replace("&nbsp;", " ")


def test_a_book_is_named_with_its_publisher():
    html = references.read(BOOK)["b"]
    expected = "J. Doe and R. Roe, <em>On &amp; on</em>, Press, 1999"
    assert plain(html) == expected


def test_a_paper_is_named_with_its_conference():
    html = references.read(PAPER)["p"]
    assert plain(html) == (
        'B. C. A, E. D and G. F, <a href="https://arxiv.org/abs/'
        '1312.6114"><em>T</em></a>, ICLR 2014'
    )


def test_an_article_links_to_its_doi():
    html = references.read(ARTICLE)["a"]
    assert 'href="https://doi.org/10.1/x"' in html
    assert html.endswith("The Journal 40, 1997")


def test_a_post_is_no_title_in_italics():
    post = "@online{q, title = {Post}, url = {https://a.b}, note = {N}}"
    html = references.read(post)["q"]
    assert html == '<a href="https://a.b">Post</a>, N'


def test_works_stand_in_the_order_of_their_authors():
    read = references.read(PAPER + BOOK + ARTICLE)
    assert list(read) == ["p", "a", "b"]


def test_an_unknown_key_is_named():
    with pytest.raises(references.UnknownKey, match="@nobody2020"):
        references.reference("nobody2020")


@pytest.mark.parametrize(
    "source", ["@book{b, title = {T}", BOOK + BOOK, "@book{b, x = 1}"]
)
def test_bad_bibtex_stops_the_build(source):
    with pytest.raises(PybtexError):
        references.read(source)


def test_an_unknown_kind_stops_the_build():
    with pytest.raises(references.UnknownKind, match="@manual"):
        references.read("@manual{m, title = {T}, year = {1999}}")
