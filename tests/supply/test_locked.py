"""What is installed is what is locked, file by file."""

import re
import tomllib
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement

from supply.lock import CPU, CUDA, LOCK, ROOT, blocks

LOCKS = (LOCK, CPU, CUDA)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
PINS = [
    (path.name, pin, text)
    for path in LOCKS
    for pin, text in blocks(path.read_text()).items()
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def names(path):
    return {Requirement(pin).name for pin in blocks(path.read_text())}


def test_every_pin_is_exact_and_has_the_hashes_of_its_files():
    assert len(PINS) > 100
    for lock, pin, text in PINS:
        wanted = Requirement(pin)
        assert re.fullmatch(r"==[^*]+", str(wanted.specifier)), pin
        lines = text.splitlines()[1:]
        assert lines, f"{lock}: {pin} has no hash"
        for line in lines:
            assert HASH.fullmatch(line.rstrip("\\").strip()), line


def test_everything_that_the_project_names_is_locked():
    project = PROJECT["project"]
    wanted = {
        Requirement(each).name
        for each in [
            *project["dependencies"],
            *project["optional-dependencies"]["dev"],
        ]
    }
    assert wanted <= names(LOCK)


def test_the_lock_is_what_is_installed():
    for lock, pin, _ in PINS:
        wanted = Requirement(pin)
        applies = wanted.marker is None or wanted.marker.evaluate()
        if lock == LOCK.name and applies:
            found = version(wanted.name)
            assert wanted.specifier.contains(found, prereleases=True), (
                f"{pin} is locked, {found} is installed"
            )


def test_both_builds_of_torch_may_be_chosen():
    pins = blocks(LOCK.read_text())
    text = next(t for p, t in pins.items() if p.startswith("torch=="))
    for other in blocks(CPU.read_text()).values():
        assert set(HASH.findall(other)) < set(HASH.findall(text))


def test_both_locks_mean_the_same_torch():
    (cpu,) = blocks(CPU.read_text())
    plain = cpu.split("+cpu")[0]
    assert plain in blocks(LOCK.read_text())


def test_no_library_of_cuda_is_in_the_lock_of_everybody():
    assert names(CUDA)
    assert not names(CUDA) & names(LOCK)
    for pin in blocks(CUDA.read_text()):
        elsewhere = {"sys_platform": "darwin"}
        assert not Requirement(pin).marker.evaluate(elsewhere), pin


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_no_lock_names_a_place_to_download_from(path):
    assert "://" not in path.read_text()
    assert "--index" not in path.read_text()


def test_make_installs_nothing_that_is_not_checked():
    text = (ROOT / "Makefile").read_text()
    recipe = text[text.index("$(READY):") : text.index("\nsite:")]
    assert (
        "--require-hashes" in re.search("^LOCKED := .*", text, re.M)[0]
    )
    for line in recipe.splitlines():
        if "requirements" in line and not line.startswith("$(READY)"):
            assert "$(LOCKED)" in line
        # Only the project itself is installed otherwise.
        if "$(INSTALL)" in line:
            assert line.endswith("--editable .")
