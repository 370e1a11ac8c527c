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


def test_one_claim_does_not_enter_the_fingerprint_of_another(
    tmp_path, monkeypatch
):
    folder = tmp_path / "snippets"
    claims = [folder / "why_not_mse" / f"{n}.py" for n in "ab"]
    machine = folder / "vae" / "model.py"
    for path in (*claims, machine):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    for name in ("requirements.txt", "docs/glossary.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    monkeypatch.setattr(stamps, "SNIPPETS", folder)
    before = [stamps.claim(path) for path in claims]
    claims[0].write_text("edited")
    after = [stamps.claim(path) for path in claims]
    assert after[0] != before[0]
    assert after[1] == before[1]
    machine.write_text("edited")
    assert stamps.claim(claims[1]) != before[1]


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
