"""What is said of two sites that differ."""

import pytest

from engines import compare

BOTH = '<article><p id="a">one</p><math><mi>x</mi></math></article>'
LESS = '<article><p id="b">one</p></article>'


@pytest.fixture
def sites(tmp_path):
    """Two folders of the same page."""
    folders = [tmp_path / "mkdocs", tmp_path / "other"]
    for folder in folders:
        folder.mkdir()
        (folder / "index.html").write_text(BOTH)
    return folders


@pytest.fixture
def said(sites, capsys):
    def lines():
        compare.main(*map(str, sites))
        return capsys.readouterr().out.splitlines()

    return lines


def test_equal_sites_need_one_line(said):
    assert said() == [
        "Different: 0 of 1 pages, 0 of 1 anchors, 0 of 0 links, "
        "0 of 0 figures, 0 of 1 maths, 0 of 1 words."
    ]


def test_each_kind_of_difference_has_its_line(sites, said):
    (sites[1] / "index.html").write_text(LESS)
    *lines, last = said()
    assert lines == [
        "index.html",
        "  anchors: 1 (a) missing; 1 (b) added",
        "  maths: 1 (x) missing",
    ]
    assert "2 of 1 anchors" in last
    assert "1 of 1 maths" in last


def test_a_page_of_one_site_alone_is_named(sites, said):
    (sites[0] / "old.html").write_text(BOTH)
    (sites[1] / "new.html").write_text(BOTH)
    assert said()[:2] == [
        "page missing: old.html",
        "page added: new.html",
    ]


def test_many_differences_are_told_by_the_first(sites, said):
    words = " ".join("abcde")
    (sites[1] / "index.html").write_text(
        BOTH + f"<article>{words}</article>"
    )
    assert said()[1] == "  words: 5 (a, b, c, ...) added"


def test_an_empty_folder_is_said_in_one_line(sites, said):
    (sites[1] / "index.html").unlink()
    (line,) = said()
    assert line.startswith("There are no pages in ")
    assert line.endswith("other: build them.")
