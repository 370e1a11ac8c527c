"""A lab that cannot be run stops the build, and is named."""

import pytest

LIMIT = ("CELL_SECONDS = 900", "CELL_SECONDS = 3")
FIRST = "# %%\nx = 1\n\n"


def plant(copy, text):
    (copy.root / "docs/labs/planted.py").write_text(text)


def refused(said, *parts):
    """The last line has all parts; no traceback stands above it."""
    assert "Traceback" not in said
    last = said.strip().splitlines()[-1]
    assert last.count("error: LabFailed: ") == 1
    for part in ("docs/labs/planted.py", *parts):
        assert part in last


def test_an_exception_names_the_lab_and_the_cell(copy):
    plant(copy, FIRST + "# %%\nx / 0\n")
    status, said = copy.run("snippets.build", "--lab", "planted")
    assert status == 1
    refused(said, "cell 2", "x / 0", "ZeroDivisionError")


def test_an_endless_loop_is_stopped_and_named(copy):
    copy.edit("snippets/build/labs/execute.py", *LIMIT)
    plant(copy, FIRST + "# %%\nwhile x:\n    pass\n")
    status, said = copy.run("snippets.build", "--lab", "planted")
    assert status == 1
    refused(said, "cell 2", "while x:", "still running after 3 s")


def test_a_process_that_dies_is_named(copy):
    plant(copy, FIRST + "# %%\nimport os\n\nos._exit(1)\n")
    status, said = copy.run("snippets.build", "--lab", "planted")
    assert status == 1
    refused(said, "cell 2", "import os", "its process died")


def test_a_warning_is_no_output_of_a_page(copy):
    plant(copy, "# %%\nimport warnings\n\nwarnings.warn('look out')\n")
    status, said = copy.run("snippets.build", "--lab", "planted")
    assert status == 1
    refused(said, "cell 1", "look out")


def test_a_failing_lab_stops_the_whole_site(copy):
    copy.edit("docs/labs/train_a_vae.py", 'load("mnist_5k")', "1 / 0")
    status, said = copy.run("mkdocs", "build", "--strict")
    assert status != 0
    (line,) = [x for x in said.splitlines() if "LabFailed" in x]
    assert "docs/labs/train_a_vae.py, cell 3" in line
    assert "ZeroDivisionError" in line
    assert "Traceback" not in said


@pytest.mark.parametrize("text", ["", "# %% [markdown]\n# Words.\n"])
def test_a_lab_without_code_is_a_page_too(copy, text):
    plant(copy, "# %% [markdown]\n# # Title\n#\n# Lead.\n\n" + text)
    status, said = copy.run("snippets.build", "--lab", "planted")
    assert status == 0, said
    page = copy.root / "docs/generated/labs/planted.md"
    assert page.read_text().startswith("# Title\n\nLead.\n{.lead}")
