"""The arrays are those this project was made with, or refused."""

from dataclasses import replace

import numpy as np
import pytest

from snippets.packaged import SOURCES, WrongData, read


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
