import math

import pytest
import torch
from scipy.integrate import quad
from torch.distributions import Normal, kl_divergence

from snippets.vae.dataset import seeded
from snippets.vae.evaluation import bits_per_pixel
from snippets.why_not_mse.squared_error_is_a_gaussian import (
    gaussian_nll,
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


@pytest.mark.equation("eq:se-nats")
@pytest.mark.parametrize(
    "weights", [(1.0, 1.0), (0.5, 1.0), (3.0, 0.2)]
)
def test_a_factor_and_a_constant_lead_back_to_nats(weights):
    a, b = weights
    x, loc = images_and_means()
    value = a * (x - loc).square().sum(-1) + b * rates(loc)
    nats = value / b + PIXELS / 2 * math.log(math.pi * b / a)
    law = Normal(loc, math.sqrt(b / (2 * a)))
    expected = rates(loc) - law.log_prob(x).sum(-1)
    torch.testing.assert_close(nats, expected)


@pytest.mark.equation("eq:se-bin")
def test_a_bin_is_about_as_wide_as_its_width_says():
    law, x = Normal(0.3, 0.35), 0.8

    def missed(width):
        ends = x - width / 2, x + width / 2
        area, _ = quad(lambda u: law.log_prob(tensor(u)).exp(), *ends)
        return abs(width * law.log_prob(tensor(x)).exp() / area - 1)

    assert missed(1 / 255) < 1e-5
    # The error falls with the square of the width.
    assert missed(0.1) / missed(0.05) == pytest.approx(4, rel=0.05)


def tensor(value):
    return torch.tensor(value, dtype=torch.float64)


@pytest.mark.equation("eq:se-bits")
def test_bits_by_the_width_are_those_of_the_bins():
    loc = torch.full((1, PIXELS), 0.4).double()
    x, width, sd = loc + 0.1, 1 / 255, 0.3
    nats = gaussian_nll(x, loc, sd**2).item()
    by_width = bits_per_pixel(nats, PIXELS) - math.log2(width)
    law = Normal(loc, sd)
    mass = law.cdf(x + width / 2) - law.cdf(x - width / 2)
    assert by_width == pytest.approx(
        -mass.log2().mean().item(), abs=1e-5
    )


@pytest.mark.equation("eq:se-scaled", "eq:se-unit")
@pytest.mark.parametrize(
    "scale", [(2.0, -1.0), (3.24, -0.4), (255.0, 0.0)]
)
def test_another_unit_is_another_variance_and_a_constant(scale):
    c, shift = scale
    x, loc = images_and_means()
    y, means, variance = c * x + shift, c * loc + shift, 0.5
    scaled = (y - means).square() / (2 * variance)
    ink = (x - loc).square() / (2 * variance / c**2)
    torch.testing.assert_close(scaled, ink)
    torch.testing.assert_close(
        gaussian_nll(y, means, variance),
        gaussian_nll(x, loc, variance / c**2) + PIXELS * math.log(c),
    )
    losses = [
        gaussian_nll(y, means, variance),
        gaussian_nll(x, loc, variance / c**2),
    ]
    slopes = [slope((n + rates(loc)).sum(), loc) for n in losses]
    torch.testing.assert_close(*slopes)


def test_standardised_pixels_have_a_noise_of_their_own():
    x, loc = images_and_means()
    sd = x.std(0)
    inputs, outputs = x / sd, loc / sd
    written = (inputs - outputs).square().sum(-1)
    law = Normal(loc, sd / math.sqrt(2))
    gaps = written + law.log_prob(x).sum(-1)
    torch.testing.assert_close(gaps, gaps[:1].expand_as(gaps))
