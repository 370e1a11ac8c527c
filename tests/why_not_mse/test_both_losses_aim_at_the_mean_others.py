"""The rows of the table: other laws, and the median."""

import math

import pytest
import torch
from torch.distributions import (
    Bernoulli,
    Exponential,
    Laplace,
    Normal,
    Poisson,
)

from snippets.measures.rulers import GENERATORS, bregman
from snippets.vae.dataset import seeded

LAWS = {
    "squared": lambda m: Normal(m, math.sqrt(1 / 2)),
    "coins": Bernoulli,
    "counts": Poisson,
    "ratios": lambda m: Exponential(1 / m),
}
FORECASTS = torch.tensor([0.03, 0.4, 0.9]).double()


@pytest.mark.parametrize("name", list(GENERATORS))
def test_the_ruler_of_each_loss_is_the_variance_of_its_law(name):
    phi = GENERATORS[name]
    for m in FORECASTS:
        bend = torch.func.grad(torch.func.grad(phi))(m)
        torch.testing.assert_close(1 / bend, LAWS[name](m).variance)


@pytest.mark.parametrize("x", [1.0, 3.0])
def test_the_laws_of_the_table_charge_their_divergence(x):
    seen = torch.tensor(x).double()
    m = torch.tensor([0.5, 2.0, 7.0]).double()
    poisson = Poisson(seen).log_prob(seen) - Poisson(m).log_prob(seen)
    expected = bregman(GENERATORS["counts"], seen, m)
    torch.testing.assert_close(poisson, expected)
    best = Exponential(1 / seen).log_prob(seen)
    exponential = best - Exponential(1 / m).log_prob(seen)
    expected = bregman(GENERATORS["ratios"], seen, m)
    torch.testing.assert_close(exponential, expected)


def test_absolute_error_is_the_surprise_of_a_laplace():
    x, m = torch.tensor(0.7).double(), torch.tensor([0.1, 0.9]).double()
    added = Laplace(x, 1).log_prob(x) - Laplace(m, 1).log_prob(x)
    torch.testing.assert_close(added, (x - m).abs())


@pytest.mark.equation("eq:aim-absolute")
def test_four_in_ten_leave_the_best_absolute_guess_at_paper():
    b = torch.tensor([1.0] * 4 + [0.0] * 6).double()
    m = torch.linspace(0, 1, 101).double()
    cost = (b[:, None] - m).abs().mean(0)
    torch.testing.assert_close(cost, 0.4 + (1 - 2 * 0.4) * m)
    assert m[cost.argmin()] == 0 == b.median()


def test_absolute_error_misses_the_mean_of_skewed_greys():
    noise = 2 * torch.randn(61, generator=seeded(0)).double()
    x = noise.sigmoid() ** 3
    m = torch.linspace(0, 1, 2001).double()
    best = m[(x[:, None] - m).abs().mean(0).argmin()]
    assert (best - x.median()).abs() < 1e-3
    assert (best - x.mean()).abs() > 0.05
