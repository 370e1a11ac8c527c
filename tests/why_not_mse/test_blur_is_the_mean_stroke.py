import math
from itertools import product

import pytest
import torch
from torch.distributions import Bernoulli, kl_divergence

from snippets.measures import blur_words, stroke
from snippets.vae.dataset import seeded

N = 3
LEFT = torch.tensor([1.0] * N + [0.0] * N)
IMAGES = torch.stack([LEFT, 1 - LEFT])


def test_a_silent_code_leaves_half_ink_in_both_places():
    m = torch.full((2 * N,), 0.5, requires_grad=True)
    coins = -Bernoulli(m).log_prob(IMAGES).mean(0).sum()
    squares = (IMAGES - m).square().mean(0).sum()
    for loss in (coins, squares):
        (slope,) = torch.autograd.grad(loss, m, retain_graph=True)
        torch.testing.assert_close(slope, torch.zeros(2 * N))


@pytest.mark.equation("eq:blur-toss")
@pytest.mark.parametrize("n", [1, 2, 4])
def test_few_tosses_of_the_mean_are_a_stroke(n):
    strokes = {(1,) * n + (0,) * n, (0,) * n + (1,) * n}
    tosses = list(product((0, 1), repeat=2 * n))
    share = sum(toss in strokes for toss in tosses) / len(tosses)
    assert share == 2 * 2.0 ** (-2 * n)


def test_with_three_places_the_median_is_a_blank_page():
    images = torch.eye(3).repeat_interleave(N, dim=1)
    assert images.median(0).values.sum() == 0
    assert (images.mean(0) > 0.5).sum() == 0
    pages = torch.tensor(list(product((0.0, 1.0), repeat=3)))
    errors = images[None] - pages.repeat_interleave(N, 1)[:, None]
    assert errors.abs().sum((1, 2)).argmin() == 0  # the blank page


@pytest.mark.parametrize("variance", [0.2, 0.8, 1.2, 2.0])
def test_no_code_does_better_than_the_bit(variance):
    n, codes = 2, 4
    difference = torch.tensor(stroke.best_difference(n, variance))
    error = (1 - difference.double()) / 2
    best = stroke.gaussian_loss(error, n, variance)
    # Any law of four codes for the left stroke, any for the right.
    raw = torch.rand(2000, 2, codes, generator=seeded(0)).double() ** 4
    given = raw / raw.sum(-1, keepdim=True)
    prior = given.mean(1)
    left = given[:, 0] / given.sum(1)
    squares = (prior * 2 * n * left * (1 - left)).sum(-1)
    told = math.log(2) - (prior * Bernoulli(left).entropy()).sum(-1)
    assert (squares / (2 * variance) + told >= best - 1e-9).all()


def test_a_detail_needs_more_pixels_the_larger_the_variance():
    said = blur_words.examples()
    assert said["mean_part"] == "785"
    assert said["sum_part"] == said["sum_bit"] == "2"
    for variance in blur_words.LOSSES.values():
        least = stroke.from_pixels(variance, 0.5)
        assert stroke.best_difference(least, variance) > 0
        assert stroke.best_difference(least - 1, variance) == 0


def test_grey_ink_can_make_a_bit_too_dear():
    saved = (
        2
        * 0.5
        * kl_divergence(
            Bernoulli(torch.tensor([0.5, 0.0])),
            Bernoulli(torch.tensor([0.25, 0.25])),
        ).sum()
    )
    assert stroke.grey_bit(0.5) == pytest.approx(saved.item())
    assert stroke.grey_bit(0.5) < math.log(2) < stroke.grey_bit(1.0)
