import math

import pytest
import torch
from torch.distributions import Bernoulli, Binomial, Normal

from snippets.measures.reductions import implied_variance
from snippets.measures.weight_words import PUBLIC, WEIGHT
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import standard_noise, terms
from snippets.vae.training import Run, untrained

SHAPE = (6, 40)
PIXELS = SHAPE[1]
SIZES = {"pixels": PIXELS, "latents": 3, "batch": SHAPE[0]}


def images_and_means():
    x = torch.rand(SHAPE, generator=seeded(0)).double()
    loc = torch.rand(SHAPE, generator=seeded(1)).double()
    return x, loc


def nats(x, loc, variance):
    """Minus the log density of a Gaussian, per image."""
    return -Normal(loc, math.sqrt(variance)).log_prob(x).sum(-1)


def squares(x, loc):
    return (x - loc).square().sum(-1)


@pytest.mark.equation("eq:hides-weight")
@pytest.mark.parametrize("weight", [0.00025, 0.1, 1.0])
def test_a_weight_is_twice_the_variance_over_the_pixels(weight):
    given = {**SIZES, "rate_weight": weight}
    variance = implied_variance("mean", "sum", **given)
    assert variance == pytest.approx(weight * PIXELS / 2)
    assert weight == pytest.approx(2 * variance / PIXELS)
    x, loc = images_and_means()
    written = (x - loc).square().mean() + weight * 7.0
    bound = squares(x, loc).mean() / (2 * variance) + 7.0
    torch.testing.assert_close(written, weight * bound)


def test_the_weight_that_is_asked_about_assumes_more_than_one():
    public = implied_variance(
        "mean", "sum", **PUBLIC, rate_weight=WEIGHT
    )
    assert public == pytest.approx(1.536)


@pytest.mark.equation("eq:hides-beta")
@pytest.mark.parametrize("beta", [0.1, 4.0])
def test_beta_multiplies_the_variance_of_a_bell(beta):
    x, loc = images_and_means()
    loc.requires_grad_()
    rate = loc.exp().sum()  # any rate that shares parameters
    slopes = []
    for loss in (
        nats(x, loc, 0.3).sum() + beta * rate,
        nats(x, loc, beta * 0.3).sum() + rate,
    ):
        slopes.append(torch.autograd.grad(loss, loc, retain_graph=True))
    (dear,), (wide,) = slopes
    torch.testing.assert_close(dear, beta * wide)


@pytest.mark.equation("eq:hides-tosses")
@pytest.mark.parametrize("n", [1, 4, 16])
def test_one_nth_on_the_rate_is_n_tosses_of_a_coin(n):
    m = torch.tensor([0.1, 0.5, 0.8], dtype=torch.float64)
    k = torch.tensor([0.0, n // 2, n], dtype=torch.float64)
    rate, beta = 7.0, 1 / n
    coin = Bernoulli(m, validate_args=False)
    left = -coin.log_prob(k / n).sum() + beta * rate
    tosses = Binomial(n, m)
    orders = Binomial(n, 0.5).log_prob(k) + n * math.log(2)
    right = beta * ((orders - tosses.log_prob(k)).sum() + rate)
    torch.testing.assert_close(left, right)


@pytest.mark.equation("eq:hides-colours")
def test_a_mean_over_the_colour_axis_counts_the_rate_three_times():
    x = torch.rand((5, 4, 4, 3), generator=seeded(0))
    m = torch.rand((5, 4, 4, 3), generator=seeded(1))
    cost = -Bernoulli(m, validate_args=False).log_prob(x)
    rate = torch.arange(5.0)
    written = cost.mean(-1).sum((1, 2)) + rate
    whole = cost.sum((1, 2, 3)) + 3 * rate
    torch.testing.assert_close(written, whole / 3)


def test_the_bound_of_the_machine_has_beta_one():
    run = Run(data="digits", hidden=(8,), latents=2, epochs=1)
    model = untrained(run)
    x = load("digits").images("valid", "grey")
    noise = standard_noise(len(x), 2, seeded(0))
    both = terms(model, x, noise)
    torch.testing.assert_close(-both.elbo, both.distortion + both.rate)
