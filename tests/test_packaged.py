"""The arrays are those this project was made with, or refused."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays, scalar_dtypes

from snippets import packaged
from snippets.build import __main__ as build
from snippets.build import outputs
from snippets.packaged import SOURCES, WrongData, read
from snippets.vae.dataset import load

QUIET = [HealthCheck.function_scoped_fixture]
ANY = arrays(scalar_dtypes(), array_shapes(max_dims=2, max_side=3))


def refused(monkeypatch, counts, labels):
    changed = replace(SOURCES["digits"], read=lambda: (counts, labels))
    monkeypatch.setitem(SOURCES, "digits", changed)
    with pytest.raises(WrongData, match="digits: checksum") as caught:
        read("digits")
    return str(caught.value)


def test_a_changed_pixel_is_refused_in_one_line(monkeypatch):
    counts, labels = read("digits")
    counts[0, 0] += 1
    assert "\n" not in refused(monkeypatch, counts, labels)


def test_a_changed_label_is_refused(monkeypatch):
    counts, labels = read("digits")
    assert refused(monkeypatch, counts, labels[::-1])


@pytest.mark.parametrize("name", SOURCES)
def test_pixels_are_counts_up_to_the_levels(name):
    counts, _ = read(name)
    assert counts.dtype == np.uint8
    assert counts.min() == 0
    assert counts.max() == SOURCES[name].levels


@pytest.mark.parametrize("name", SOURCES)
def test_the_split_uses_every_image(name):
    counts, labels = read(name)
    assert len(counts) == len(labels) == sum(SOURCES[name].split)


def test_mnist_5k_has_as_many_images_of_each_class():
    _, labels = read("mnist_5k")
    assert len(set(np.bincount(labels))) == 1


@settings(deadline=None, suppress_health_check=QUIET, max_examples=50)
@given(counts=ANY, labels=ANY)
def test_any_other_arrays_are_refused_in_one_line(
    monkeypatch, counts, labels
):
    assert "\n" not in refused(monkeypatch, counts, labels)


@settings(deadline=None, suppress_health_check=QUIET, max_examples=50)
@given(content=st.binary(max_size=99))
def test_any_bytes_in_the_package_are_refused_in_one_line(
    monkeypatch, tmp_path, content
):
    folder = tmp_path / "data/data"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mnist_5k.csv.gz").write_bytes(content)
    monkeypatch.setattr(packaged, "files", lambda name: tmp_path)
    with pytest.raises(WrongData, match="versions") as caught:
        read("mnist_5k")
    assert "\n" not in str(caught.value)


def test_a_changed_array_stops_the_build_in_one_line(
    monkeypatch, tmp_path, capsys
):
    counts, labels = read("digits")
    counts[0, 0] += 1
    changed = replace(SOURCES["digits"], read=lambda: (counts, labels))
    monkeypatch.setitem(SOURCES, "digits", changed)
    monkeypatch.setenv("VAE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(outputs, "GENERATED", tmp_path / "generated")
    load.cache_clear()
    assert build.main(["--claim", "dataset"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "digits: checksum" in line
    assert "install the versions of requirements.txt" in line
