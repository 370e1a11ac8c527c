"""A claim begins as four files that wait to be written."""

import subprocess
import sys

import pytest

from snippets.build.new_claim import files
from snippets.build.new_claim.files import LONGEST, PLACES
from tests.conftest import Copy

NAME = "networks_agree_on_rates"
QUESTION = "why_not_mse"
PATHS = {
    p.format(name=NAME, question=QUESTION) for p in PLACES.values()
}
TEST = f"tests/{QUESTION}/test_{NAME}.py"
CHECKS = ("tests/test_written.py", "tests/test_tree.py", TEST)
PROMPT = "new" + " claim:"


def standing(copy):
    """Every file of the copy but its caches."""
    return {
        str(path.relative_to(copy.root))
        for path in copy.root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A copy with a new claim, what was new in it, what was said."""
    copy = Copy(tmp_path_factory.mktemp("claim") / "project")
    before = standing(copy)
    status, said = copy.run("snippets.build.new_claim", NAME, QUESTION)
    assert status == 0, said
    return copy, standing(copy) - before, said


def passed(copy):
    """For each of CHECKS whether it passes; and what all said."""
    _, said = copy.run("pytest", "-p", "no:cacheprovider", *CHECKS)
    return [f"FAILED {test}" not in said for test in CHECKS], said


def test_exactly_the_files_of_a_claim_are_written(begun):
    _, new, said = begun
    assert new == PATHS
    assert f"      - {QUESTION}/{NAME}.md\n" in said
    for path in PATHS:
        assert f"wrote {path}\n" in said


def test_ruff_has_nothing_to_say_about_a_new_claim(begun):
    copy, _, _ = begun
    longest = ("claim_" * 6)[:LONGEST].strip("_")
    assert copy.run("snippets.build.new_claim", longest)[0] == 0
    for check in (("check",), ("format", "--check")):
        subprocess.run(
            [sys.executable, "-m", "ruff", *check, "--no-cache", "."],
            cwd=copy.root,
            check=True,
        )
    for place in PLACES.values():
        path = place.format(name=longest, question="why_bernoulli")
        (copy.root / path).unlink()


def test_a_new_claim_is_measured_and_drawn_as_it_is(begun):
    copy, _, _ = begun
    status, said = copy.run(
        "snippets.build", "--no-train", "--claim", NAME
    )
    assert status == 0, said
    drawn = copy.root / "docs/generated" / NAME / "found.html"
    assert drawn.read_text().count("<svg") == 2


def test_a_new_claim_fails_until_it_is_written(begun):
    copy, _, _ = begun
    good, said = passed(copy)
    assert good == [False, True, False]
    asked = [line for line in said.splitlines() if PROMPT in line]
    for path in PATHS:
        assert any(path in line for line in asked), path
    for path in PATHS:
        copy.edit(path, PROMPT, "said:")
    copy.edit(
        TEST, '== "what must hold, and can fail"', '[:3] == "5.0"'
    )
    assert passed(copy)[0] == [True, True, True]


def test_a_full_disk_leaves_no_file_behind(monkeypatch, tmp_path):
    write, count = files.store.write, []

    def full(path, content):
        count.append(path)
        if len(count) == 3:
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(files, "ROOT", tmp_path)
    monkeypatch.setattr(files.store, "write", full)
    with pytest.raises(OSError, match="No space"):
        files.start(NAME, QUESTION)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
