"""A file is whole and true, or it is not there."""

import pytest

from snippets import store


def test_the_cache_is_where_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path))
    assert store.cache() == tmp_path


def test_the_cache_is_beside_the_code_otherwise(monkeypatch):
    monkeypatch.delenv("VAE_CACHE", raising=False)
    assert store.cache() == store.ROOT / ".cache"
    assert (store.ROOT / "snippets" / "store.py").is_file()


def test_what_is_sealed_is_unsealed(tmp_path):
    path = tmp_path / "deep" / "file"
    store.seal(path, b"weights\n")
    assert store.unseal(path) == b"weights\n"


@pytest.mark.parametrize(
    "place", [0, 20, store.HEAD - 1, store.HEAD, -1]
)
def test_one_changed_byte_is_damage(tmp_path, place):
    path = tmp_path / "file"
    store.seal(path, b"weights")
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(store.CorruptCache, match="damaged"):
        store.unseal(path)


@pytest.mark.parametrize("length", [0, 10, store.HEAD, store.HEAD + 3])
def test_half_a_file_is_damage(tmp_path, length):
    path = tmp_path / "file"
    store.seal(path, b"weights")
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(store.CorruptCache):
        store.unseal(path)


def test_damage_is_told_in_one_line_with_the_file(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"")
    with pytest.raises(store.CorruptCache) as caught:
        store.unseal(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_absent_file_is_no_damage(tmp_path):
    with pytest.raises(FileNotFoundError):
        store.unseal(tmp_path / "file")


def test_the_same_bytes_are_not_written_again(tmp_path):
    path = tmp_path / "file"
    assert store.write(path, b"one")
    before = path.stat().st_ino
    assert not store.write(path, b"one")
    assert path.stat().st_ino == before
    assert store.write(path, b"two")
    assert path.read_bytes() == b"two"


def test_a_failed_write_leaves_the_old_file_alone(
    tmp_path, monkeypatch
):
    path = tmp_path / "file"
    store.replace(path, b"old")

    def refuse(*names: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(store.os, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        store.replace(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["file"]
    assert path.read_bytes() == b"old"


def test_others_may_read_what_is_written(tmp_path):
    store.replace(tmp_path / "file", b"")
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o644
