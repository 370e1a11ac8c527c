import subprocess
import sys

import pytest

from snippets import store
from snippets.build import stamps


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def built(tmp_path):
    """A folder with one file, and the stamp that says so."""
    folder = tmp_path / "generated"
    folder.mkdir()
    (folder / "a.html").write_text("figure")
    files = stamps.of_files(folder, ["a.html"])
    stamps.keep("claim", {"source": "s", "files": files})
    return folder


def test_a_stamp_holds_while_source_and_files_stay(built):
    assert stamps.holds("claim", "s", built)


def test_a_stamp_falls_with_its_source(built):
    assert not stamps.holds("claim", "t", built)


def test_a_stamp_falls_with_an_edited_file(built):
    (built / "a.html").write_text("other")
    assert not stamps.holds("claim", "s", built)


def test_a_stamp_falls_with_a_lost_file(built):
    (built / "a.html").unlink()
    assert not stamps.holds("claim", "s", built)


def test_a_damaged_stamp_is_as_none(built):
    path = stamps.path("claim")
    path.write_bytes(path.read_bytes()[:-3])
    assert stamps.read("claim") == {}
    assert not stamps.holds("claim", "s", built)


FINGERPRINTS = """
from snippets.build import stamps
for folder in stamps.SNIPPETS.iterdir():
    if folder.name in ("pages", "why_bernoulli", "why_not_mse"):
        for path in folder.glob("[!_]*.py"):
            print(path.stem, stamps.claim(path))
"""


def fingerprints(copy):
    """The stamp of each page, as a process of its own finds it."""
    said = subprocess.run(
        [sys.executable, "-c", FINGERPRINTS],
        cwd=copy.root,
        env=copy.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(line.split() for line in said.stdout.splitlines())


def due_after(copy, edited):
    """The pages that an edit of one file makes due."""
    before = fingerprints(copy)
    copy.append(edited, "\nEDITED = True\n")
    after = fingerprints(copy)
    return {name for name in before if before[name] != after[name]}


@pytest.mark.parametrize(
    "edited",
    [
        "snippets/why_not_mse/one_curve.py",
        "snippets/figures/parts/curve_slopes.py",
    ],
)
def test_an_edit_makes_only_the_page_that_runs_it_due(copy, edited):
    assert due_after(copy, edited) == {"one_curve"}


@pytest.mark.parametrize(
    "edited",
    ["snippets/vae/model.py", "snippets/vae/families/gaussian.py"],
)
def test_an_edit_of_what_trains_makes_all_trained_pages_due(
    copy, edited
):
    rest = set(fingerprints(copy)) - due_after(copy, edited)
    assert rest <= {"dataset", "likelihood"}


def test_an_edit_of_what_writes_pages_makes_all_due(copy):
    edited = "snippets/build/outputs.py"
    assert due_after(copy, edited) == set(fingerprints(copy))


def test_packages_around_a_module_count_too(copy):
    due = due_after(copy, "snippets/measures/__init__.py")
    assert "one_curve" in due
    assert "dataset" not in due


def test_the_stamp_is_sealed(built):
    assert store.unseal(stamps.path("claim"))


def test_a_look_at_the_stamps_imports_no_torch():
    code = (
        "import sys; from snippets.build import __main__ as build;"
        " build.up_to_date(); print('torch' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True
    )
    assert said.stdout == "False\n"
