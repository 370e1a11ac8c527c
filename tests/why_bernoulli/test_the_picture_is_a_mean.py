import itertools

import pytest
import torch
from torch.distributions import Bernoulli

from snippets.measures.picture_views import in_pixels
from snippets.vae.dataset import seeded
from snippets.why_bernoulli.the_picture_is_a_mean import views

LOGITS = 2 * torch.randn(1, 6, generator=seeded(0)).double()
M = LOGITS.sigmoid()
LAW = Bernoulli(logits=LOGITS)
# Every image of six pixels, and its probability.
ALL = torch.tensor(list(itertools.product((0.0, 1.0), repeat=6)))
ALL = ALL.double()
CHANCE = LAW.log_prob(ALL).sum(-1).exp()


def expected(values):
    """The mean over all images, each with its probability."""
    return (CHANCE[:, None] * values).sum(0)


def three():
    return views(LOGITS, seeded(1))


def test_the_mean_picture_is_the_mean_of_all_images():
    torch.testing.assert_close(expected(ALL), three()["mean"][0])


def test_the_mean_picture_is_the_share_of_ink_in_many_tosses():
    many = views(LOGITS.expand(100_000, 6), seeded(2))["toss"]
    assert set(many.unique().tolist()) == {0.0, 1.0}
    torch.testing.assert_close(many.mean(0), M[0], rtol=0.0, atol=0.008)


def test_the_mean_is_no_possible_image_and_torch_says_so():
    with pytest.raises(ValueError, match="within the support"):
        LAW.log_prob(three()["mean"])


@pytest.mark.equation("eq:picture-guess")
def test_a_guess_misses_by_the_variance_and_its_own_distance():
    guess = torch.rand(6, generator=seeded(3)).double()
    missed = expected((ALL - guess).square())
    formula = M * (1 - M) + (M - guess).square()
    torch.testing.assert_close(missed, formula[0])


def test_no_guess_is_better_in_squares_than_the_mean():
    least = expected((ALL - M).square()).sum()
    for guess in (*ALL, *torch.rand(50, 6, generator=seeded(4))):
        assert expected((ALL - guess).square()).sum() > least


@pytest.mark.equation("eq:picture-two")
def test_two_tosses_differ_by_twice_the_variance():
    apart = (ALL[:, None] - ALL).square()
    both = CHANCE[:, None] * CHANCE
    mean = (both[..., None] * apart).sum((0, 1))
    torch.testing.assert_close(mean, 2 * LAW.variance[0])


@pytest.mark.equation("eq:picture-mode")
def test_the_threshold_is_the_most_probable_of_all_images():
    best = ALL[CHANCE.argmax()]
    torch.testing.assert_close(three()["threshold"][0], best)
    product = torch.maximum(M, 1 - M).prod()
    torch.testing.assert_close(CHANCE.max(), product)


@pytest.mark.equation("eq:picture-flips")
def test_a_toss_differs_from_the_threshold_as_often_as_expected():
    differ = (ALL - three()["threshold"]).abs()
    count = expected(differ).sum()
    torch.testing.assert_close(count, torch.minimum(M, 1 - M).sum())


def test_pixels_are_added_up_and_images_are_averaged():
    x = torch.zeros(2, 2).double()
    law = Bernoulli(probs=torch.tensor([[0.1, 0.8], [0.3, 0.5]]))
    toss = torch.tensor([[0.0, 0.0], [1.0, 1.0]])
    mode = torch.tensor([[0.0, 1.0], [0.0, 0.0]])
    seen = {"toss": toss, "threshold": mode, "mean": law.probs}
    found = in_pixels(x, law, seen)
    assert found["flips"] == pytest.approx((0.1 + 0.2 + 0.3 + 0.5) / 2)
    assert found["flipped"] == pytest.approx(3 / 2)
    assert found["toss_error"] == pytest.approx(1.0)
    assert found["threshold_error"] == pytest.approx(1 / 2)
    cost = -torch.tensor(0.9 * 0.2 * 0.7 * 0.5).log() / 2
    assert found["digit_cost"] == pytest.approx(cost.item())
