"""The parts of a data set, and a name that is not known."""

import subprocess
import sys

import pytest
import torch

from snippets.packaged import SOURCES, read
from snippets.vae.dataset import load, see, seeded

PARTS = ("train", "valid", "test")
PAIRS = [("train", "valid"), ("train", "test"), ("valid", "test")]
PRINT = """
from snippets.vae.dataset import load
print(load("digits").test.labels.tolist())
"""
COUNTS = torch.arange(17, dtype=torch.uint8)[None]
every_set = pytest.mark.parametrize("name", SOURCES)


def rows(name, part):
    counts = getattr(load(name), part).counts
    return {row.numpy().tobytes() for row in counts}


@every_set
def test_the_parts_have_the_sizes_of_the_source(name):
    sizes = tuple(len(getattr(load(name), p).counts) for p in PARTS)
    assert sizes == SOURCES[name].split


@every_set
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_parts_share_no_image(name, one, other):
    assert rows(name, one).isdisjoint(rows(name, other))


@every_set
def test_an_image_keeps_its_label(name):
    counts, labels = read(name)
    known = {
        x.tobytes(): y for x, y in zip(counts, labels, strict=True)
    }
    test = load(name).test
    found = [known[x.numpy().tobytes()] for x in test.counts]
    assert found == test.labels.tolist()


def test_another_process_cuts_the_same_parts():
    run = [sys.executable, "-c", PRINT]
    there = subprocess.check_output(run, text=True).strip()
    assert there == str(load("digits").test.labels.tolist())


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (lambda: load("mnits"), "'mnits' is none of digits, mnist_5k"),
        (
            lambda: see(COUNTS, 16, "gray", seeded(0)),
            "'gray' is none of counts, grey",
        ),
    ],
)
def test_an_unknown_name_is_answered_in_one_line(asked, known):
    with pytest.raises(ValueError, match=known) as caught:
        asked()
    assert "\n" not in str(caught.value)
