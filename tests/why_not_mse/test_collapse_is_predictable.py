import math

import numpy as np
import pytest
import sympy
import torch
from torch.distributions import Normal, kl_divergence

from snippets.measures.spectrum import eigenvalues_of, one_direction
from snippets.vae.dataset import load, seeded

POINTS, SHARES = np.polynomial.hermite_e.hermegauss(20)
NOISE = torch.tensor(POINTS)
WEIGHTS = torch.tensor(SHARES / SHARES.sum())


def scalar(value):
    return torch.tensor(value, dtype=torch.float64)


def best(eigenvalue, variance):
    """u, w and s^2 of a used direction, or of an unused one."""
    if eigenvalue <= variance:
        return scalar(0.0), scalar(0.0), scalar(1.0)
    noise = variance / eigenvalue
    u, w = math.sqrt(1 - noise), math.sqrt(eigenvalue - variance)
    return scalar(u), scalar(w), scalar(noise)


@pytest.mark.equation("eq:collapse-total")
def test_the_mean_image_misses_by_all_eigenvalues_together():
    x = load("digits").images("train", "grey").double()
    missed = (x - x.mean(0)).square().sum(1).mean()
    torch.testing.assert_close(eigenvalues_of("digits").sum(), missed)


@pytest.mark.equation("eq:collapse-code", "eq:collapse-loss")
@pytest.mark.parametrize("u", [0.0, 0.6, -1.3])
def test_one_direction_costs_its_miss_and_its_rate(u):
    eigenvalue, variance, w, s = 2.5, 0.7, 0.8, 0.4
    total, rate = 0.0, 0.0
    for sign in (-1.0, 1.0):  # a law of y with this variance
        y = sign * math.sqrt(eigenvalue)
        mu = scalar(u * y / math.sqrt(eigenvalue))
        z = mu + s * NOISE
        total += ((y - w * z).square() @ WEIGHTS) / 2
        prior = Normal(scalar(0.0), scalar(1.0))
        rate += kl_divergence(Normal(mu, scalar(s)), prior) / 2
    parts = scalar(u), scalar(w), scalar(s**2)
    found = one_direction(*parts, eigenvalue, variance)
    torch.testing.assert_close(found, total / (2 * variance) + rate)


@pytest.mark.equation("eq:collapse-decoder", "eq:collapse-share")
def test_what_stays_is_the_share_of_the_noise_in_the_code():
    u, w, s, size, v = sympy.symbols("u w s lambda v", positive=True)
    miss = size - 2 * w * u * sympy.sqrt(size) + w**2 * (u**2 + s**2)
    (lowest,) = sympy.solve(sympy.diff(miss, w), w)
    left = miss.subs(w, lowest)
    t = u**2 + s**2
    assert sympy.simplify(left - size * s**2 / t) == 0
    rate = (t - 1 - sympy.log(s**2)) / 2
    n = s**2 / t
    shared = size * n / (2 * v)
    shared += (t - 1 - sympy.log(t) - sympy.log(n)) / 2
    gap = sympy.expand_log(left / (2 * v) + rate - shared, force=True)
    assert sympy.simplify(gap) == 0


@pytest.mark.equation("eq:collapse-best")
@pytest.mark.parametrize("eigenvalue", [0.3, 0.99, 1.01, 4.0])
def test_the_best_share_of_noise_is_one_or_the_ratio(eigenvalue):
    n = np.linspace(1e-3, 1, 1000)[:, None]
    t = np.linspace(0.5, 2, 301)  # 1 is among them
    costs = eigenvalue * n / 2 + (t - 1 - np.log(t) - np.log(n)) / 2
    row, column = np.unravel_index(costs.argmin(), costs.shape)
    assert t[column] == pytest.approx(1)
    assert n[row, 0] == pytest.approx(min(1, 1 / eigenvalue), abs=1e-3)


@pytest.mark.equation("eq:collapse-optimum")
@pytest.mark.parametrize("eigenvalue", [0.4, 1.5, 6.0])
def test_no_code_is_cheaper_than_the_one_of_the_formula(eigenvalue):
    at_best = best(eigenvalue, 1.0)
    least = one_direction(*at_best, eigenvalue, 1.0)
    generator = seeded(0)
    for size in (0.01, 0.1, 1.0):
        for _ in range(50):
            step = torch.randn(3, generator=generator).double() * size
            u, w = at_best[0] + step[0], at_best[1] + step[1]
            s2 = at_best[2] * step[2].exp()
            assert one_direction(u, w, s2, eigenvalue, 1.0) > least
