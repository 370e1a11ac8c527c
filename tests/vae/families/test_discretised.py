"""Bins of a bell, held against fifty digits of arithmetic."""

from itertools import pairwise, product

import mpmath
import pytest
import torch

from snippets.vae.families import (
    DiscretisedGaussian,
    DiscretisedLogistic,
)

LEVELS = 16
RAWS = (-6.0, -1.0, 0.0, 2.0)  # from sharp to thin bins
DOUBLE = torch.float64
CASES = [
    (family, location, raw)
    for family, location, raw in product(
        ("gaussian", "logistic"),
        (-5.0, 0.0, 1.0, 30.0),
        RAWS,
    )
]


def build(family, levels=LEVELS):
    if family == "gaussian":
        return DiscretisedGaussian(levels)
    return DiscretisedLogistic(levels)


def cumulative(family, z):
    if family == "gaussian":
        return mpmath.ncdf(z)
    return 1 / (1 + mpmath.exp(-z))


def log_mass(family, a, b):
    """Mirrored to the left, where fifty digits do not round to 1."""
    if a > 0:
        a, b = -b, -a
    mass = cumulative(family, b) - cumulative(family, a)
    return float(mpmath.log(mass))


@mpmath.workdps(50)
def exact(family, location, raw):
    loc = LEVELS / (1 + mpmath.exp(-mpmath.mpf(location)))
    scale = LEVELS * (mpmath.mpf(1e-4) + mpmath.exp(mpmath.mpf(raw)))
    edges = [(k + 0.5 - loc) / scale for k in range(LEVELS)]
    edges = [-mpmath.inf, *edges, mpmath.inf]
    return [log_mass(family, a, b) for a, b in pairwise(edges)]


@pytest.mark.equation("eq:likelihood-discretised")
@pytest.mark.parametrize(("family", "location", "raw"), CASES)
def test_each_mass_is_the_difference_of_two_cdfs(family, location, raw):
    at = torch.tensor([[[location, raw]]]).double()
    known = torch.tensor(exact(family, location, raw), dtype=DOUBLE)
    ours = build(family).table(at)[0, 0]
    torch.testing.assert_close(ours, known, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(("family", "location", "raw"), CASES)
def test_float32_keeps_six_digits(family, location, raw):
    at = torch.tensor([[[location, raw]]])
    known = build(family).table(at.double()).float()
    torch.testing.assert_close(
        build(family).table(at), known, rtol=2e-5, atol=2e-5
    )


@pytest.mark.parametrize("family", ["gaussian", "logistic"])
def test_the_gradient_is_finite_wherever_a_sharp_bell_sits(family):
    location = torch.linspace(-6, 6, 2001)
    at = torch.stack([location, torch.full((2001,), -6.0)], dim=-1)
    at.requires_grad_()
    build(family).table(at[None]).sum().backward()
    assert at.grad.isfinite().all()


@pytest.mark.parametrize(
    "family", [DiscretisedGaussian, DiscretisedLogistic]
)
def test_the_gradient_is_finite_on_a_floor_next_to_zero(family):
    at = torch.tensor([[[0.5, -100.0]]], requires_grad=True)
    family(LEVELS, floor=1e-9).table(at).sum().backward()
    assert at.grad.isfinite().all()
