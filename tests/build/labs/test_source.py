"""A lab is due again where something that it needs has changed."""

import json
import subprocess
import sys

import pytest

from snippets.build.labs import source
from snippets.build.labs.source import UnknownLab, chosen, imported

FINGERPRINTS = """
import json
from snippets.build.labs.source import collect
found = {name: lab.fingerprint() for name, lab in collect().items()}
print(json.dumps(found))
"""
NEEDY = "# %%\nfrom snippets.needed import one\n\nprint(one)\n"
ALONE = "# %%\nprint('alone')\n"


@pytest.fixture
def planted(copy):
    """A copy with two more labs, one of which imports a snippet."""
    (copy.root / "snippets/needed.py").write_text("one = 1\n")
    (copy.root / "docs/labs/needy.py").write_text(NEEDY)
    (copy.root / "docs/labs/alone.py").write_text(ALONE)
    return copy


def changed_by(copy, name, text):
    """The labs that are due after `text` is added to a file."""
    before = fingerprints(copy)
    copy.append(name, text)
    after = fingerprints(copy)
    return {lab for lab in before if before[lab] != after[lab]}


def fingerprints(copy):
    said = subprocess.run(
        [sys.executable, "-c", FINGERPRINTS],
        cwd=copy.root,
        env=copy.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(said.stdout)


def test_an_edited_snippet_makes_the_labs_due_that_import_it(planted):
    file = "snippets/needed.py"
    assert changed_by(planted, file, "# edited\n") == {"needy"}


def test_what_an_imported_snippet_imports_counts_too(planted):
    due = changed_by(planted, "snippets/packaged.py", "# edited\n")
    assert due >= {"train_a_vae", "compress_with_it"}
    assert not due & {"needy", "alone"}


def test_an_edited_lab_is_due_and_no_other(planted):
    file = "docs/labs/alone.py"
    assert changed_by(planted, file, "# edited\n") == {"alone"}


def test_the_look_of_figures_makes_every_lab_due(planted):
    due = changed_by(planted, "snippets/build/rc.py", "# edited\n")
    assert due == set(fingerprints(planted))


def test_a_page_of_prose_makes_no_lab_due(planted):
    assert changed_by(planted, "docs/labs/index.md", "More.\n") == set()


@pytest.mark.parametrize(
    ("code", "modules"),
    [
        ("import torch", set()),
        ("import snippets.words", {"snippets.words"}),
        (
            "from snippets.vae import elbo",
            {"snippets.vae", "snippets.vae.elbo"},
        ),
        ("from snippets.words import fixed", {"snippets.words"}),
    ],
)
def test_only_our_own_modules_count_as_imported(code, modules):
    assert imported(code) == modules


def test_an_unknown_lab_is_refused_with_those_that_exist():
    with pytest.raises(UnknownLab, match=r"'nothing'.*train_a_vae"):
        chosen(["nothing"])


def test_two_readings_give_the_same_cells():
    lab = source.collect()["train_a_vae"]
    assert lab.read() == lab.read()
    ids = [cell.id for cell in lab.read().cells]
    assert len(set(ids)) == len(ids)
