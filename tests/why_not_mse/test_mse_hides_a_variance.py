import math

import pytest
import torch
from torch.distributions import Normal

from snippets.vae.dataset import seeded
from snippets.why_not_mse.mse_hides_a_variance import (
    LATENTS,
    LOSSES,
    PIXELS,
    gaussian_nll,
    implied_variance,
)

SHAPE = (6, 40)


def images_and_means():
    x = torch.rand(SHAPE, generator=seeded(0)).double()
    loc = torch.rand(SHAPE, generator=seeded(1)).double()
    return x, loc.requires_grad_()


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
    variance, rate, pixels = 0.3, 7.0, SHAPE[1]
    left = 2 * variance * (gaussian_nll(x, loc, variance) + rate)
    squares = (x - loc).square().sum(-1)
    constant = pixels * variance * math.log(2 * math.pi * variance)
    right = squares + 2 * variance * rate + constant
    torch.testing.assert_close(left, right)


@pytest.mark.equation("eq:implied")
@pytest.mark.parametrize(
    "weights", [(1.0, 1.0), (0.5, 1.0), (1.0, 3.0), (9.0, 2.0)]
)
def test_a_weighted_loss_points_where_its_gaussian_points(weights):
    error_weight, rate_weight = weights
    x, loc = images_and_means()
    rate = loc.exp().sum(-1)  # any rate that shares parameters
    squares = (x - loc).square().sum(-1)
    weighted = error_weight * squares + rate_weight * rate
    variance = implied_variance(error_weight, rate_weight)
    bound = gaussian_nll(x, loc, variance) + rate
    torch.testing.assert_close(
        slope(weighted.sum(), loc), slope(bound.sum(), loc)
    )


@pytest.mark.equation("eq:best")
def test_the_best_variance_is_the_mean_squared_error():
    x, loc = images_and_means()
    best = (x - loc).square().mean().item()
    at_best = gaussian_nll(x, loc, best).sum()
    for factor in (0.5, 0.9, 1.1, 2.0):
        assert gaussian_nll(x, loc, factor * best).sum() > at_best


def test_squared_error_is_a_gaussian_with_variance_one_half():
    assert implied_variance(1.0, 1.0) == 0.5


def test_half_the_squared_error_is_a_gaussian_with_variance_one():
    assert implied_variance(0.5, 1.0) == 1.0


def test_a_mean_over_pixels_multiplies_the_variance_by_their_number():
    assert LOSSES["mean"] == PIXELS * LOSSES["sum"]
    written = implied_variance(1 / PIXELS, 1.0)
    assert written == pytest.approx(LOSSES["mean"])


def test_means_over_both_leave_pixels_per_latent():
    written = implied_variance(1 / PIXELS, 1 / LATENTS)
    assert written == pytest.approx(PIXELS / (2 * LATENTS))
    assert written == pytest.approx(LOSSES["mean_mean"])
