import math
from itertools import product

import pytest
import torch
from torch.distributions import Bernoulli
from torch.nn.functional import binary_cross_entropy_with_logits

from snippets.vae.dataset import seeded
from snippets.why_bernoulli.grey_cross_entropy_is_an_average import (
    cost,
    tosses,
)

PIXELS, CODES = 4, 3
EVERY = torch.tensor(list(product((0.0, 1.0), repeat=PIXELS))).double()
X = torch.rand(PIXELS, generator=seeded(0)).double()
LOGITS = 2 * torch.randn(CODES, PIXELS, generator=seeded(1)).double()
PRIOR = torch.tensor([0.5, 0.3, 0.2]).double()
Q = torch.tensor([0.2, 0.1, 0.7]).double()  # has seen x alone


def grey(x, logits):
    """The cross-entropy of torch, pixel by pixel."""
    same = x.expand_as(logits)
    return binary_cross_entropy_with_logits(
        logits, same, reduction="none"
    )


def chances():
    """The probability with which X is tossed to each image."""
    return Bernoulli(probs=X).log_prob(EVERY).sum(-1).exp()


def given():
    """-log p(b|z): [image, code]."""
    return torch.stack([cost(EVERY, each) for each in LOGITS], dim=-1)


def surprise():
    """-log p(b) of each image, all codes summed."""
    return -(PRIOR.log() - given()).logsumexp(-1)


def rate():
    return (Q * (Q / PRIOR).log()).sum()


@pytest.mark.equation("eq:grey-cost")
def test_the_cost_of_a_toss_is_minus_its_log_probability():
    m = LOGITS[0].sigmoid()
    line = -EVERY * m.log() - (1 - EVERY) * (1 - m).log()
    torch.testing.assert_close(cost(EVERY, LOGITS[0]), line.sum(-1))


@pytest.mark.equation("eq:grey-average")
def test_mean_over_every_toss_is_the_grey_cross_entropy():
    mean = chances() @ cost(EVERY, LOGITS[0])
    torch.testing.assert_close(mean, grey(X, LOGITS[0]).sum())


def test_mean_over_many_drawn_tosses_comes_near_it():
    costs = cost(tosses(X, 20_000, seeded(2)), LOGITS[0])
    error = costs.std() / math.sqrt(len(costs))
    assert (costs.mean() - grey(X, LOGITS[0]).sum()).abs() < 4 * error


def test_a_cut_at_one_random_level_has_the_same_mean_cost():
    levels = torch.cat([X.new_zeros(1), X.sort().values, X.new_ones(1)])
    cut = (levels[:-1, None] < X).double()  # between two grey values
    mean = levels.diff() @ cost(cut, LOGITS[0])
    torch.testing.assert_close(mean, grey(X, LOGITS[0]).sum())


@pytest.mark.equation("eq:grey-each")
def test_a_code_from_the_grey_image_bounds_every_toss():
    assert (surprise() <= given() @ Q + rate()).all()


@pytest.mark.equation("eq:grey-bound")
def test_the_loss_on_grey_bounds_the_mean_cost_of_tosses():
    loss = Q @ grey(X, LOGITS).sum(-1) + rate()
    torch.testing.assert_close(loss, chances() @ given() @ Q + rate())
    assert chances() @ surprise() < loss
