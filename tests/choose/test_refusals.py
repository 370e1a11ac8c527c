"""Each kind of bad input is refused in one line, exit status 1."""

import numpy as np
import pytest

from snippets.choose.__main__ import main
from snippets.choose.reading import read
from snippets.choose.table import Refused

GOOD = np.random.default_rng(0).normal(size=(60, 3))
LINES = "\n".join(",".join(map(str, row)) for row in GOOD)
HOLE = np.where(GOOD.max() == GOOD, np.nan, GOOD)
ARRAYS = {
    "missing values": (HOLE, "missing"),
    "infinite": (np.where(GOOD > 2, np.inf, GOOD), "infinite"),
    "empty": (GOOD[:0], "no numbers"),
    "one row": (GOOD[:1], "only one row"),
    "few rows": (GOOD[:9], "9 rows"),
    "constant": (np.ones((60, 3)), "constant"),
    "complex": (GOOD + 1j, "complex"),
    "words": (np.array([["a"], ["b"]]), "not numbers"),
    "dates": (np.zeros(60, dtype="M8[s]"), "not numbers"),
    "records": (np.zeros(60, dtype=[("a", float)]), "not numbers"),
    "a single number": (np.array(3.0), "single number"),
}
TEXTS = {
    "missing": (LINES + "\n1,,2", "row 61, column 2"),
    "nan": (LINES + "\n1,nan,2", "missing"),
    "infinite": (LINES + "\n1,-inf,2", "infinite"),
    "ragged, short": (LINES + "\n1,2", "row 61"),
    "ragged, long": (LINES + "\n1,2,3,4", "row 61"),
    "a word": (LINES + "\n1,red,2", "'red' in row 61, column 2"),
    "complex": (LINES + "\n1,1+2j,2", "no number"),
    "empty": ("", "empty"),
    "blank": ("\n \n", "empty"),
    "names alone": ("a,b,c\n", "no numbers"),
    "too few names": ("a,b\n" + LINES, "2 names"),
    "one row": ("1,2,3\n", "only one row"),
}


def says(capsys, *given):
    """The one line of standard error, of a command that failed."""
    assert main([*map(str, given)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize("kind", ARRAYS)
def test_an_array_is_refused(tmp_path, capsys, kind):
    found, part = ARRAYS[kind]
    np.save(tmp_path / "bad.npy", found)
    assert part in says(capsys, tmp_path / "bad.npy")


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_is_refused(tmp_path, capsys, kind):
    text, part = TEXTS[kind]
    (tmp_path / "bad.csv").write_text(text)
    assert part in says(capsys, tmp_path / "bad.csv")


def test_python_objects_are_never_opened(tmp_path, capsys):
    trap = np.array([1, "a", None], dtype=object)
    np.save(tmp_path / "bad.npy", trap, allow_pickle=True)
    assert "objects" in says(capsys, tmp_path / "bad.npy")


def test_what_does_not_fit_is_refused_unread(tmp_path):
    np.save(tmp_path / "big.npy", np.zeros((1000, 100), np.uint8))
    with pytest.raises(Refused, match="MiB"):
        read(str(tmp_path / "big.npy"), free=10**6)
    (tmp_path / "big.csv").write_text(LINES)
    with pytest.raises(Refused, match="MiB"):
        read(str(tmp_path / "big.csv"), free=10**3)


@pytest.mark.parametrize(
    ("name", "part"),
    [("none.npy", "no such file"), ("data.parquet", ".npy or .csv")],
)
def test_a_wrong_name_is_refused(tmp_path, capsys, name, part):
    assert part in says(capsys, tmp_path / name)


def test_a_report_into_no_folder_is_refused_before_training(
    tmp_path, capsys
):
    path = tmp_path / "none" / "report.html"
    assert "no folder" in says(capsys, "digits", "--report", path)


def test_a_wrong_end_is_refused(capsys):
    said = says(capsys, "digits", "--levels", "15")
    assert "16 is not a whole number from 0 to 15" in said
