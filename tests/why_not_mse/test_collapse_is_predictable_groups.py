"""Tight groups of images: a code that pays at twice the threshold."""

import math

import pytest
import torch
from torch.distributions import Normal, kl_divergence

IMAGES, BITS, INK, NOISE, VARIANCE = 128, 7, 8.0, 0.3, 1.0
MEAN = math.sqrt(1 - NOISE**2)


def images():
    return INK * torch.eye(IMAGES, dtype=torch.float64)


def rate():
    prior = Normal(0.0, 1.0)
    each = kl_divergence(Normal(MEAN, NOISE), prior)
    return BITS * each.item()


def test_every_eigenvalue_is_half_of_the_variance():
    values = torch.linalg.eigvalsh(torch.cov(images().T, correction=0))
    above_zero = values[1:]
    half = torch.full_like(above_zero, VARIANCE / 2)
    torch.testing.assert_close(above_zero, half)


def test_seven_bits_cost_less_than_a_third_of_no_code():
    x = images()
    errors = (x - x.mean(0)).square().sum(1).mean().item()
    collapsed = errors / (2 * VARIANCE)
    assert collapsed == pytest.approx(31.75)
    assert rate() == pytest.approx(8.43, abs=0.005)
    wrong = Normal(MEAN, NOISE).cdf(torch.tensor(0.0)).item()
    misread = 1 - (1 - wrong) ** BITS  # any of the signs
    apart = (x[0] - x[1]).square().sum().item()
    loss = rate() + misread * apart / (2 * VARIANCE)
    assert rate() < loss < 9 < collapsed / 3
