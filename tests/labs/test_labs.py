"""What holds of every lab; needs a built site."""

import gzip
import re
import subprocess
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from snippets.build.labs.execute import environment
from snippets.build.labs.kept import executed
from snippets.build.labs.source import collect
from snippets.choose.budget import Budget
from snippets.choose.table import LEAST_ROWS

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "docs" / "generated" / "labs"
INDEX = (ROOT / "docs" / "labs" / "index.md").read_text()
LABS = collect()
BUDGET = 150_000  # bytes, compressed: a page with its figures
CLOCK = "import time\n\nprint(time.process_time())"


def printed(cells):
    """All that the cells print, as one text."""
    outputs = [out for c in cells for out in c.get("outputs", [])]
    return "".join(o.text for o in outputs if "text" in o)


def taken_along(name):
    """The notebook that a reader gets."""
    return nbformat.read(GENERATED / f"{name}.ipynb", as_version=4)


def allowed(name):
    """Seconds of the processor that the index promises."""
    row = re.search(rf"\({name}\.md\).*\| (\d+) s \|", INDEX)
    return int(row[1])


@pytest.mark.parametrize("name", LABS)
def test_the_notebook_runs_alone_and_prints_what_the_page_shows(
    name, tmp_path
):
    notebook = taken_along(name)
    notebook.cells.append(nbformat.v4.new_code_cell(CLOCK))
    client = NotebookClient(
        notebook, resources={"metadata": {"path": tmp_path}}
    )
    client.execute(
        env=environment(str(tmp_path)), stderr=subprocess.DEVNULL
    )
    *cells, clock = notebook.cells
    assert printed(cells) == printed(executed(LABS[name]).cells)
    assert float(clock.outputs[0].text) < allowed(name) <= 90


@pytest.mark.parametrize("name", LABS)
def test_every_lab_is_in_the_index_and_on_the_menu(name):
    menu = (ROOT / "mkdocs.yml").read_text()
    assert f"- labs/{name}.md\n" in menu
    assert f"({name}.md)" in INDEX


@pytest.mark.parametrize("name", LABS)
def test_the_first_cell_says_how_to_run_it(name):
    first = taken_along(name).cells[0].source
    assert first.startswith("# ")
    assert f"jupyter lab {name}.ipynb" in " ".join(first.split())
    assert "`pip install . jupyterlab`" in " ".join(first.split())
    assert "`%pip install git+ADDRESS`" in " ".join(first.split())


@pytest.mark.parametrize("name", LABS)
def test_no_link_of_the_notebook_leads_nowhere(name):
    for cell in taken_along(name).cells:
        if cell.cell_type == "markdown":
            assert not re.search(r"\]\((?!https?://)", cell.source)


@pytest.mark.parametrize("name", LABS)
def test_maths_needs_no_macro_that_only_this_site_knows(name):
    settings = (ROOT / "mkdocs.yml").read_text()
    block = settings[settings.index("macros:\n        E:") :]
    macros = re.findall(r"^ {8}(\w+): '", block, flags=re.M)
    assert "KL" in macros
    for cell in taken_along(name).cells:
        for macro in macros:
            assert not re.search(rf"\\{macro}\b", cell.source)


@pytest.mark.parametrize("name", LABS)
def test_every_lab_has_an_exercise_with_a_checked_solution(name):
    solutions = [
        cell.source
        for cell in taken_along(name).cells
        if "solution" in cell.metadata.get("tags", [])
        and cell.cell_type == "code"
    ]
    assert solutions
    for source in solutions:
        assert re.search(r"^assert ", source, flags=re.M)


@pytest.mark.parametrize("name", LABS)
def test_a_page_is_light_and_its_maths_is_mathml(name):
    page = ROOT / "site" / "labs" / name / "index.html"
    text = page.read_text()
    assert len(gzip.compress(text.encode())) <= BUDGET
    assert "data-jp-" not in text
    assert "<style" not in text[text.index("<article") :]


def test_settings_that_a_lab_names_are_those_of_the_code():
    cells = taken_along("bring_your_own_data").cells
    text = " ".join(" ".join(c.source.split()) for c in cells)
    assert f"needs {LEAST_ROWS} rows at least" in text
    assert f"at most {Budget().rows:,} are used" in text


def test_formulas_in_labs_are_mathml():
    page = ROOT / "site" / "labs" / "train_a_vae" / "index.html"
    article = page.read_text().split("<article")[1]
    assert article.count("<math") >= 3
    assert "arithmatex" in article


def test_search_knows_the_words_of_a_lab_and_not_its_outputs():
    index = (ROOT / "site/search/search_index.json").read_text()
    assert "labs/train_a_vae/" in index
    # Printed; the code beside it says it in two parts.
    assert "every pixel is right: True" not in index
    assert "var(--" not in index
