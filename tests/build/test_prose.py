"""What the build reads from the pages."""

import pytest

from snippets.build import prose

NAV = """
nav:
  - Home: index.md
  - Part:
      - b.md
      - Named: a.md
url: !ENV [URL, ""]
format: !!python/name:some.function
"""


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """Three pages, and a menu with them."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("---\nx: y\n---\n# Home\n\n[@one]")
    (docs / "a.md").write_text("# A\n\n[^s]: [@two], [@one]; [@two].")
    (docs / "b.md").write_text("nothing")
    (tmp_path / "mkdocs.yml").write_text(NAV)
    monkeypatch.setattr(prose, "ROOT", tmp_path)
    monkeypatch.setattr(prose, "DOCS", docs)
    return docs


def test_the_order_is_that_of_the_menu(pages):
    assert prose.order() == ["index.md", "b.md", "a.md"]


def test_a_link_is_named_after_the_page_it_leads_to(pages):
    assert prose.link("index.md") == "[Home](index.md)"


def test_a_page_without_a_title_is_named(pages):
    with pytest.raises(prose.NoTitle, match=r"docs/b\.md"):
        prose.title("b.md")


def test_each_work_is_cited_once(pages):
    assert prose.cited("a.md") == ["two", "one"]


def test_the_outline_changes_with_titles_and_citations_alone(pages):
    before = prose.outline()
    path = pages / "a.md"
    text = path.read_text()
    path.write_text(text + "More prose.")
    assert prose.outline() == before
    path.write_text(text.replace("# A", "# Another"))
    assert prose.outline() != before
    path.write_text(text.replace("[@one]", "nobody"))
    assert prose.outline() != before
