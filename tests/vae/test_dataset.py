"""The parts of a data set, and what each view makes of a pixel."""

import subprocess
import sys

import pytest
import torch

from snippets.packaged import SOURCES, read
from snippets.vae.dataset import VIEWS, load, see, seeded

PARTS = ("train", "valid", "test")
PAIRS = [("train", "valid"), ("train", "test"), ("valid", "test")]
PRINT = """
from snippets.vae.dataset import load
print(load("digits").test.labels.tolist())
"""
every_set = pytest.mark.parametrize("name", SOURCES)
COUNTS = torch.arange(17, dtype=torch.uint8)[None]
GREY = COUNTS.double() / 16
TOSSED = 20_000


def view(name, seed=0, counts=COUNTS):
    return see(counts, 16, name, seeded(seed))


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


@pytest.mark.equation("eq:dataset-grey")
def test_a_grey_value_is_the_share_of_the_largest_count():
    assert view("grey").double().equal(GREY)
    assert view("counts").equal(COUNTS.float())


@pytest.mark.parametrize("name", ["threshold", "once", "afresh"])
def test_a_binarised_pixel_is_zero_or_one(name):
    assert set(view(name).flatten().tolist()) == {0.0, 1.0}


def test_exactly_half_the_largest_count_is_paper():
    assert view("threshold").equal((COUNTS > 8).float())


@pytest.mark.equation("eq:dataset-mean", "eq:dataset-variance")
def test_tosses_have_mean_x_and_variance_x_times_one_minus_x():
    tosses = view("afresh", counts=COUNTS.expand(TOSSED, -1)).double()
    variance = GREY[0] * (1 - GREY[0])
    # Both are off by at most about the standard error of the mean.
    near = 5 * (variance / TOSSED).sqrt()
    assert ((tosses.mean(0) - GREY[0]).abs() <= near).all()
    assert ((tosses.var(0) - variance).abs() <= near).all()


@pytest.mark.equation("eq:dataset-total")
@every_set
def test_binarising_adds_the_mean_of_x_times_one_minus_x(name):
    data = load(name)
    x = data.train.counts.double() / data.levels
    m = x.mean(0)  # b is 0 or 1, so its variance is m (1 - m)
    sum_of_both = x.var(0, correction=0) + (x * (1 - x)).mean(0)
    torch.testing.assert_close(m * (1 - m), sum_of_both)


@pytest.mark.parametrize("name", VIEWS)
def test_another_generator_changes_the_fresh_tosses_alone(name):
    many = COUNTS.expand(9, -1)
    same = view(name, 1, many).equal(view(name, 2, many))
    assert same == (name != "afresh")


def test_one_generator_tosses_afresh_each_time():
    coin = seeded(1)
    first = see(COUNTS, 16, "afresh", coin)
    assert not first.equal(see(COUNTS, 16, "afresh", coin))


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (lambda: load("mnits"), "'mnits' is none of digits, mnist_5k"),
        (lambda: view("gray"), "'gray' is none of counts, grey"),
    ],
)
def test_an_unknown_name_is_answered_in_one_line(asked, known):
    with pytest.raises(ValueError, match=known) as caught:
        asked()
    assert "\n" not in str(caught.value)
