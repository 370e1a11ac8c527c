import math

import pytest
import torch
from torch.distributions import Bernoulli, Binomial
from torch.nn.functional import binary_cross_entropy_with_logits

from snippets.vae.dataset import seeded
from snippets.why_bernoulli.grey_cross_entropy_is_an_average import (
    cost,
    excess,
    floor,
)

PIXELS = 4
X = torch.rand(PIXELS, generator=seeded(0)).double()
LOGITS = 2 * torch.randn(PIXELS, generator=seeded(1)).double()


def grey(x, logits):
    """The cross-entropy of torch, pixel by pixel."""
    return binary_cross_entropy_with_logits(logits, x, reduction="none")


@pytest.mark.equation("eq:grey-floor")
def test_cross_entropy_is_entropy_and_divergence():
    both = floor(X) + excess(X, LOGITS)
    torch.testing.assert_close(both, grey(X, LOGITS))
    m = LOGITS.sigmoid()
    ink, paper = (X / m).log(), ((1 - X) / (1 - m)).log()
    by_hand = X * ink + (1 - X) * paper
    torch.testing.assert_close(excess(X, LOGITS), by_hand)


@pytest.mark.equation("eq:grey-floor")
def test_the_floor_is_the_entropy_of_the_toss():
    by_hand = -X * X.log() - (1 - X) * (1 - X).log()
    torch.testing.assert_close(floor(X), by_hand)
    ends = floor(torch.tensor([0.0, 0.5, 1.0]).double())
    expected = torch.tensor([0.0, math.log(2), 0.0]).double()
    torch.testing.assert_close(ends, expected)


def test_the_least_cross_entropy_is_the_floor_at_m_equal_x():
    logits = X.logit().requires_grad_()
    least = grey(X, logits)
    torch.testing.assert_close(least, floor(X))
    (slope,) = torch.autograd.grad(least.sum(), logits)
    torch.testing.assert_close(slope, torch.zeros_like(X))
    assert (grey(X, logits + 0.1) > least).all()


@pytest.mark.equation("eq:grey-shared")
def test_images_that_share_a_code_cost_what_their_mean_costs():
    images = torch.rand(9, PIXELS, generator=seeded(3)).double()
    each = torch.stack([grey(x, LOGITS) for x in images])
    torch.testing.assert_close(
        each.mean(0), grey(images.mean(0), LOGITS)
    )


@pytest.mark.equation("eq:grey-chain")
def test_no_law_of_binary_images_gets_below_the_floor():
    both = torch.tensor([0.0, 1.0]).double()
    every = torch.cartesian_prod(*[both] * PIXELS)
    chance = Bernoulli(probs=X).log_prob(every).sum(-1).exp()
    entropy = -chance @ chance.log()
    torch.testing.assert_close(entropy, floor(X).sum())
    # A law that no coins can make: three codes, mixed.
    codes = torch.stack([LOGITS, -LOGITS, LOGITS.flip(0)])
    given = torch.stack([cost(every, each) for each in codes])
    mixed = math.log(3) - (-given).logsumexp(0)
    assert chance @ mixed > floor(X).sum()


@pytest.mark.equation("eq:grey-binomial")
@pytest.mark.parametrize("n", [1, 16, 255])
def test_n_tosses_weigh_the_cross_entropy_by_n(n):
    k = torch.arange(n + 1).double()
    for logit in LOGITS:
        law = Binomial(n, logits=logit)
        orders = [math.log(math.comb(n, i)) for i in range(n + 1)]
        weighted = n * grey(k / n, logit.expand_as(k))
        expected = weighted - torch.tensor(orders, dtype=k.dtype)
        torch.testing.assert_close(-law.log_prob(k), expected)
