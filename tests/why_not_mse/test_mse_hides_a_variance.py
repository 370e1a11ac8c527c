import math

import pytest
import torch
from torch.distributions import Normal

from snippets.measures.ceilings import ceiling
from snippets.measures.reductions import LOSSES, implied_variance
from snippets.vae.dataset import load, seeded
from snippets.vae.evaluation import evaluate
from snippets.vae.training import Run, train

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


@pytest.mark.equation("eq:hides-loss")
@pytest.mark.parametrize(
    "weights", [(1.0, 1.0), (0.5, 1.0), (9.0, 2.0)]
)
def test_a_weighted_loss_is_a_multiple_of_the_gaussian_one(weights):
    a, b = weights
    x, loc = images_and_means()
    given = {**SIZES, "error_weight": a, "rate_weight": b}
    variance = implied_variance("sum", "sum", **given)
    written = a * squares(x, loc) + b * 7.0
    bound = squares(x, loc) / (2 * variance) + 7.0
    torch.testing.assert_close(written, b * bound)


@pytest.mark.equation("eq:hides-price")
@pytest.mark.parametrize("variance", [0.03, 0.5, 392.0])
def test_a_nat_has_to_save_twice_the_variance(variance):
    x, loc = images_and_means()
    better = (x + loc) / 2
    saved = squares(x, loc) - squares(x, better)
    for share, worth in ((0.99, True), (1.01, False)):
        paid = share * saved / (2 * variance)
        gain = nats(x, loc, variance) - nats(x, better, variance) - paid
        assert bool((gain > 0).all()) is worth
        assert bool((saved > 2 * variance * paid).all()) is worth


@pytest.mark.equation("eq:hides-better", "eq:hides-ceiling")
def test_a_network_that_uses_its_code_pays_less_than_the_ceiling():
    x = load("digits").images("train", "grey")
    variance, spread = 0.05, x.var(0, unbiased=False).sum().item()
    # Without a code the mean image is the best, at this price.
    alone = [squares(x, x.mean(0) + s).mean() for s in (0, 0.01, -0.01)]
    assert alone[0].item() == pytest.approx(spread, rel=1e-5)
    assert alone[0] < min(alone[1:])
    run = Run(
        data="digits",
        likelihood="gaussian",
        variance=variance,
        hidden=(16,),
        latents=4,
        epochs=15,
        learning_rate=1e-2,
    )
    both = evaluate(train(run).model, x)
    constant = x.shape[1] / 2 * math.log(2 * math.pi * variance)
    error = 2 * variance * (both.distortion.mean().item() - constant)
    rate = both.rate.mean().item()
    assert error / (2 * variance) + rate < ceiling(spread, variance)
    assert 1 < rate < ceiling(spread - error, variance)


@pytest.mark.equation("eq:hides-quarter")
@pytest.mark.parametrize("pixels", [64, 784, 12_288])
def test_a_mean_over_pixels_leaves_a_quarter_of_a_nat(pixels):
    coins = (torch.arange(8) % 2).float()
    assert coins.var(unbiased=False) == 1 / 4
    grey = torch.rand((1000, 50), generator=seeded(2))
    for power in (0.1, 1, 10):
        assert (grey**power).var(0, unbiased=False).max() < 1 / 4
    variance = LOSSES["mean"].variance(pixels, 20, 100)
    assert ceiling(pixels / 4, variance) == pytest.approx(1 / 4)


@pytest.mark.equation("eq:best")
def test_the_best_variance_is_the_mean_squared_error():
    x, loc = images_and_means()
    best = (x - loc).square().mean().item()
    at_best = nats(x, loc, best).sum()
    for factor in (0.5, 0.9, 1.1, 2.0):
        assert nats(x, loc, factor * best).sum() > at_best
