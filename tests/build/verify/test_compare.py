"""A file that differs is named, with the place."""

import pytest

from snippets.build.verify.compare import difference, differences


@pytest.fixture
def folders(tmp_path):
    """Two builds that agree in one file and differ in the others."""
    files = {
        "one": {"a/same": b"1", "changed": b"x 1.3 y", "lost": b""},
        "two": {"a/same": b"1", "changed": b"x 1.4 y", "b/new": b""},
    }
    for name, inside in files.items():
        for file, content in inside.items():
            path = tmp_path / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return tmp_path / "one", tmp_path / "two"


def test_each_file_that_differs_is_named_once(folders):
    assert differences(*folders) == {
        "b/new": "made this time alone",
        "changed": "from byte 4: 'x 1.3 y', 'x 1.4 y'",
        "lost": "not made again",
    }


def test_a_folder_is_the_same_as_itself(folders):
    assert differences(folders[0], folders[0]) == {}


@pytest.mark.parametrize(
    ("one", "two", "at"),
    [(b"", b"a", 0), (b"ab", b"abc", 2), (b"\xff", b"\xfe", 0)],
)
def test_the_first_byte_that_differs_is_found(one, two, at):
    assert difference(one, two).startswith(f"from byte {at}: ")


def test_a_difference_is_told_in_one_line():
    text = difference(b"\n" * 99 + b"a", b"\n" * 99 + b"b")
    assert "\n" not in text
    assert len(text) < 300
