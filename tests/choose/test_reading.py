"""Any file gives a table, or one line that says what to do."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snippets.choose.reading import read
from snippets.choose.table import Refused

GOOD = np.random.default_rng(0).normal(size=(60, 3))
QUIET = [HealthCheck.function_scoped_fixture]
HEAD = b"\x93NUMPY\x01\x00\x46\x00"
CELLS = st.sampled_from(
    ["1", "-2.5", "", "nan", "inf", "x", "1e999", '"', " ", "é", "1j"]
)


def lines(rows):
    """Numbers as CSV."""
    return "\n".join(",".join(map(str, row)) for row in rows)


def refused(path, content):
    """Why a file with this content is not taken."""
    path.write_bytes(content)
    try:
        table = read(str(path))
    except Refused as refusal:
        said = str(refusal)
        assert said.isprintable()
        assert len(said) < 300
        return said
    assert np.isfinite(table.values).all()
    assert len(table.names) == table.values.shape[1]
    return None


@settings(deadline=None, suppress_health_check=QUIET, max_examples=150)
@given(content=st.binary(max_size=200))
@pytest.mark.parametrize("ending", ["npy", "csv"])
def test_any_bytes_give_a_table_or_one_line(tmp_path, ending, content):
    refused(tmp_path / f"any.{ending}", content)


@settings(deadline=None, suppress_health_check=QUIET, max_examples=100)
@given(header=st.text(max_size=60), body=st.binary(max_size=500))
def test_any_header_gives_a_table_or_one_line(tmp_path, header, body):
    text = header.encode()[:69].ljust(69) + b"\n"
    refused(tmp_path / "any.npy", HEAD + text + body)


@settings(deadline=None, suppress_health_check=QUIET, max_examples=150)
@given(bad=st.lists(st.lists(CELLS, max_size=4), max_size=3))
def test_any_rows_give_a_table_or_one_line(tmp_path, bad):
    text = lines(GOOD) + "\n" + lines(bad)
    refused(tmp_path / "any.csv", text.encode())


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_is_read_with_its_names(tmp_path, mark):
    path = tmp_path / "good.csv"
    path.write_text(("a,b,c\n" + lines(GOOD)).replace(",", mark))
    table = read(str(path))
    assert table.names == ("a", "b", "c")
    np.testing.assert_array_equal(table.values, GOOD)


def test_images_become_rows_that_remember_their_shape(tmp_path):
    path = tmp_path / "images.npy"
    x = np.random.default_rng(1).integers(0, 9, (60, 4, 5))
    np.save(path, x)
    table = read(str(path))
    assert table.shape == (4, 5)
    np.testing.assert_array_equal(table.values, x.reshape(60, 20))


@pytest.mark.parametrize("name", ["digits", "wine"])
def test_the_packaged_data_are_real_and_whole(name):
    table = read(name)
    assert len(table.values) > 100
    assert np.isfinite(table.values).all()
