"""Whatever is wrong: one line, and nothing written."""

import numpy as np
import pytest

from snippets.compression import command
from snippets.compression.cases import CASES


@pytest.fixture
def small(tmp_path, capsys):
    """A packed file of three images, its source gone."""
    path = tmp_path / "three.npy"
    np.save(path, CASES[1].held_out()[:3])
    assert command.main(["compress", str(path)]) == 0
    path.unlink()
    capsys.readouterr()
    return tmp_path / "three.npy.vae"


def refusal(capsys, *given):
    """The one line of an error, and no file beside the given one."""
    assert command.main([str(each) for each in given]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert line.startswith("error: ")
    return line


@pytest.mark.parametrize("at", [3, 20, 60, 100, -1])
def test_a_flipped_bit_gives_an_error_and_no_picture(small, capsys, at):
    content = bytearray(small.read_bytes())
    content[at] ^= 16
    small.write_bytes(bytes(content))
    line = refusal(capsys, "decompress", small)
    assert "damaged" in line or "not made by" in line
    assert list(small.parent.iterdir()) == [small]


def test_a_truncated_file_gives_an_error_and_no_picture(small, capsys):
    small.write_bytes(small.read_bytes()[:-4])
    assert "cut short" in refusal(capsys, "decompress", small)
    assert list(small.parent.iterdir()) == [small]


def test_a_foreign_file_is_refused(small, capsys):
    small.write_bytes(b"\x89PNG\r\n\x1a\n and so on")
    assert "not made by" in refusal(capsys, "decompress", small)


def test_other_weights_are_refused(small, capsys, monkeypatch):
    monkeypatch.setattr(command, "SEED", 1)
    assert "other weights" in refusal(capsys, "decompress", small)
    assert list(small.parent.iterdir()) == [small]


def test_nothing_is_written_over_unless_told_to(small, capsys):
    path = small.with_suffix("")
    path.write_bytes(b"mine")
    assert "--force" in refusal(capsys, "decompress", small)
    assert path.read_bytes() == b"mine"
    assert command.main(["decompress", "--force", str(small)]) == 0
    assert len(np.load(path)) == 3


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "no .npy"),
        (b"\x93NUMPY\x01", "no .npy"),
        (None, "No such"),
    ],
)
def test_what_is_no_array_is_refused(tmp_path, capsys, content, part):
    path = tmp_path / "images.npy"
    if content is not None:
        path.write_bytes(content)
    assert part in refusal(capsys, "compress", path)


def test_images_that_no_model_knows_are_refused(tmp_path, capsys):
    path = tmp_path / "images.npy"
    np.save(path, np.zeros((2, 32, 32), np.uint8))
    assert "no model for images" in refusal(capsys, "compress", path)
    assert list(tmp_path.iterdir()) == [path]
