"""A key in square brackets becomes the reference."""

import markdown
import pytest

from snippets.build import bibliography, references
from snippets.build.references import UnknownKey

KEY = "kingma2014"


def page(text):
    extensions = ["footnotes", "snippets.build.citations"]
    return markdown.markdown(text, extensions=extensions)


@pytest.fixture
def known():
    return references.reference(KEY)


def test_a_key_becomes_the_reference(known):
    assert page(f"See [@{KEY}].") == f"<p>See {known}.</p>"


def test_a_key_is_the_source_in_a_footnote(known):
    html = page(f"So it is.[^why]\n\n[^why]: [@{KEY}], section 3.")
    assert html.count(f"{known}, section 3.") == 1


def test_code_stays_as_it_is():
    assert page(f"`[@{KEY}]`") == f"<p><code>[@{KEY}]</code></p>"


def test_an_unknown_key_stops_the_page():
    with pytest.raises(UnknownKey, match="nobody2020"):
        page("[@nobody2020]")


def test_the_build_names_the_page_of_an_unknown_key(monkeypatch):
    found = {"nobody2020": ["vae/elbo.md"]}
    monkeypatch.setattr(bibliography, "citing", lambda: found)
    with pytest.raises(UnknownKey, match=r"docs/vae/elbo\.md cites"):
        bibliography.pages()


def test_every_work_is_cited_and_every_key_is_known():
    assert set(bibliography.citing()) == set(
        references.all_references()
    )


def test_the_list_leads_to_the_pages_that_cite():
    made = bibliography.pages()["bibliography/list.md"].decode()
    entries = made.split("[@")[1:]
    assert len(entries) == len(references.all_references())
    for entry in entries:
        key = entry.partition("]")[0]
        for place in bibliography.citing()[key]:
            assert f"]({place})" in entry
