"""The notebook to take along is the lab, and needs no page."""

import nbformat
import pytest

from snippets.build.labs import source
from snippets.build.labs.notebook import portable

LAB = """# %% [markdown]
# # Title
#
# See [there](../vae/elbo.md#eq:x) and
# [far](https://example.org/a.md).

# %% tags=["solution"]
x = [[1, 2], [3, 4]]
"""


@pytest.fixture
def lab(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "FOLDER", tmp_path)
    (tmp_path / "some.py").write_text(LAB)
    return source.Lab("some")


@pytest.fixture
def notebook(lab):
    return nbformat.reads(portable(lab), as_version=4)


def test_a_link_to_a_page_of_the_site_keeps_its_words(notebook):
    text = notebook.cells[0].source
    assert "See there and" in text
    assert "[far](https://example.org/a.md)" in text


def test_a_solution_is_folded_and_nothing_was_run(notebook):
    code = notebook.cells[1]
    assert code.metadata.jupyter.source_hidden
    assert code.source == "x = [[1, 2], [3, 4]]"
    assert code.outputs == []


def test_it_is_a_valid_notebook_for_python(notebook):
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"


def test_it_is_written_the_same_way_each_time(lab):
    assert portable(lab) == portable(lab)
