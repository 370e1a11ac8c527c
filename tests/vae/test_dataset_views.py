"""What each view makes of a pixel, and what a coin adds."""

import pytest
import torch

from snippets.packaged import SOURCES
from snippets.vae.dataset import VIEWS, load, see, seeded

every_set = pytest.mark.parametrize("name", SOURCES)
COUNTS = torch.arange(17, dtype=torch.uint8)[None]
GREY = COUNTS.double() / 16
TOSSED = 20_000


def view(name, seed=0, counts=COUNTS):
    return see(counts, 16, name, seeded(seed))


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


@pytest.mark.equation("eq:dataset-split", "eq:dataset-mixed")
@every_set
def test_the_noise_of_the_coins_does_not_follow_the_image(name):
    data = load(name)
    x = data.train.counts.double() / data.levels
    image = x - x.mean(0)
    coin = data.images("train", "afresh").double() - x
    # Summed over an image, as its tosses alone are independent.
    product = (image * coin).sum(1)
    near = 5 * product.std() / len(product) ** 0.5
    assert product.mean().abs() < near
    cut = data.images("train", "threshold").double() - x
    assert (image * cut).sum(1).mean() > near  # a threshold follows


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
