import math

import pytest
import torch
from torch.distributions import Normal, kl_divergence

from snippets.vae.dataset import seeded
from snippets.why_not_mse.squared_error_is_a_gaussian import (
    gaussian_nll,
    implied_variance,
)

SHAPE = (6, 40)
PIXELS = SHAPE[1]
SIZES = {"pixels": PIXELS, "latents": 3, "batch": SHAPE[0]}


def images_and_means():
    x = torch.rand(SHAPE, generator=seeded(0)).double()
    loc = torch.rand(SHAPE, generator=seeded(1)).double()
    return x, loc.requires_grad_()


def rates(loc):
    """A KL divergence for each image that shares its parameters."""
    prior = Normal(torch.zeros_like(loc), torch.ones_like(loc))
    return kl_divergence(Normal(loc, 0.5), prior).sum(-1)


def slope(loss, loc):
    """Direction of the gradient, so that a factor drops out."""
    (gradient,) = torch.autograd.grad(loss, loc, retain_graph=True)
    return gradient / gradient.norm()


@pytest.mark.equation("eq:bell")
def test_one_pixel_has_the_density_of_a_bell_curve():
    x, m, variance = torch.tensor(0.9), torch.tensor(0.2), 0.3
    scaled = (x - m) ** 2 / (2 * variance)
    bell = torch.exp(-scaled) / math.sqrt(2 * math.pi * variance)
    law = Normal(m, math.sqrt(variance))
    torch.testing.assert_close(bell, law.log_prob(x).exp())


@pytest.mark.equation("eq:gaussian")
@pytest.mark.parametrize("variance", [0.01, 0.5, 392.0])
def test_it_is_the_log_density_of_a_gaussian(variance):
    x, loc = images_and_means()
    law = Normal(loc, math.sqrt(variance))
    expected = -law.log_prob(x).sum(-1)
    torch.testing.assert_close(gaussian_nll(x, loc, variance), expected)


@pytest.mark.equation("eq:weight")
def test_the_factor_leaves_a_weight_on_the_rate_and_a_constant():
    x, loc = images_and_means()
    variance, rate = 0.3, rates(loc)
    left = 2 * variance * (gaussian_nll(x, loc, variance) + rate)
    squares = (x - loc).square().sum(-1)
    constant = PIXELS * variance * math.log(2 * math.pi * variance)
    right = squares + 2 * variance * rate + constant
    torch.testing.assert_close(left, right)


@pytest.mark.equation("eq:implied")
@pytest.mark.parametrize(
    "weights", [(1.0, 1.0), (0.5, 1.0), (1.0, 3.0), (9.0, 2.0)]
)
def test_a_weighted_loss_points_where_its_gaussian_points(weights):
    a, b = weights
    x, loc = images_and_means()
    squares = (x - loc).square().sum(-1)
    weighted = a * squares + b * rates(loc)
    given = {**SIZES, "error_weight": a, "rate_weight": b}
    variance = implied_variance("sum", "sum", **given)
    bound = gaussian_nll(x, loc, variance) + rates(loc)
    torch.testing.assert_close(
        slope(weighted.sum(), loc), slope(bound.sum(), loc)
    )


@pytest.mark.equation("eq:se-mean")
def test_a_mean_over_pixels_multiplies_the_rate_by_their_number():
    x, loc = images_and_means()
    squares = (x - loc).square().sum(-1)
    mean = (x - loc).square().mean() + rates(loc).mean()
    right = (squares + PIXELS * rates(loc)).sum() / (SHAPE[0] * PIXELS)
    torch.testing.assert_close(mean, right)
    variance = implied_variance("mean", "sum", **SIZES)
    assert variance == pytest.approx(PIXELS / 2)


def test_squared_error_is_a_gaussian_with_variance_one_half():
    assert implied_variance("sum", "sum", **SIZES) == 1 / 2
