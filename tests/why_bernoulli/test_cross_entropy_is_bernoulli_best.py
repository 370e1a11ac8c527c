"""The best forecast is the share of ink, and what others cost."""

import pytest
import sympy
import torch
from scipy.optimize import minimize_scalar
from torch.distributions import Bernoulli, kl_divergence

from snippets.why_bernoulli.cross_entropy_is_bernoulli import (
    coin_tosses,
    cross_entropy,
)

A, M = sympy.symbols("a m", positive=True)
H = -A * sympy.log(M) - (1 - A) * sympy.log(1 - M)
SHARES = [(1, 10), (5, 10), (7, 10), (99, 100)]


def coins(*chances):
    return [Bernoulli(torch.tensor(p).double()) for p in chances]


@pytest.mark.equation("eq:ce-tosses")
@pytest.mark.parametrize(("k", "n"), SHARES)
def test_n_tosses_cost_n_times_the_cross_entropy_of_their_share(k, n):
    tosses = torch.cat([torch.ones(k), torch.zeros(n - k)]).double()
    share = torch.tensor([k / n]).double()
    for m in (0.2, 0.7):
        forecast = torch.full((n,), m).double()
        cost = coin_tosses(tosses, forecast)
        same = n * cross_entropy(share, forecast[:1])
        torch.testing.assert_close(cost, same)


@pytest.mark.equation("eq:ce-tosses")
@pytest.mark.parametrize(("k", "n"), SHARES)
def test_the_cost_of_tosses_is_least_at_their_share(k, n):
    tosses = torch.cat([torch.ones(k), torch.zeros(n - k)]).double()

    def cost(m):
        return coin_tosses(tosses, torch.full((n,), m).double()).item()

    best = minimize_scalar(cost, bounds=(1e-6, 1 - 1e-6))
    assert best.x == pytest.approx(k / n, abs=1e-4)


@pytest.mark.equation("eq:ce-slope-m")
def test_the_slope_is_the_miss_over_the_variance():
    slope = (M - A) / (M * (1 - M))
    assert sympy.simplify(sympy.diff(H, M) - slope) == 0
    assert sympy.solve(slope, M) == [A]


@pytest.mark.equation("eq:ce-bend")
def test_the_cost_bends_upwards_at_every_forecast():
    bend = A / M**2 + (1 - A) / (1 - M) ** 2
    assert sympy.simplify(sympy.diff(H, M, 2) - bend) == 0
    for share in (0, 0.3, 1):
        for m in (0.01, 0.5, 0.99):
            assert bend.subs({A: share, M: m}) > 0


@pytest.mark.parametrize("all_ink", [True, False])
def test_if_all_images_agree_the_best_forecast_is_certain(all_ink):
    x = torch.full((1,), float(all_ink))
    m = torch.linspace(0.01, 0.99, 99)[:, None]
    cost = cross_entropy(x.expand(99, 1), m)
    assert cost.argmin().item() == (98 if all_ink else 0)


@pytest.mark.equation("eq:ce-kl")
def test_the_divergence_of_two_coins_as_a_library_has_it():
    for a in (0.1, 0.5, 0.8):
        for m in (0.2, 0.5, 0.9):
            divergence = A * sympy.log(A / M)
            divergence += (1 - A) * sympy.log((1 - A) / (1 - M))
            ours = float(divergence.subs({A: a, M: m}))
            theirs = kl_divergence(*coins(a, m)).item()
            assert ours == pytest.approx(theirs, abs=1e-6)


@pytest.mark.equation("eq:ce-split")
def test_cross_entropy_is_entropy_and_divergence():
    a, m = coins(0.8, 0.3)
    cost = cross_entropy(a.probs[None], m.probs[None])
    entropy = a.entropy()
    torch.testing.assert_close(cost, entropy + kl_divergence(a, m))
    best = cross_entropy(a.probs[None], a.probs[None])
    torch.testing.assert_close(best, entropy)
