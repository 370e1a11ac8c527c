from itertools import pairwise
from math import log, pi

import pytest
import torch
from torch.distributions import Normal

from snippets.vae.dataset import seeded
from snippets.why_not_mse.one_curve import linear_vae

EIGENVALUES = torch.tensor([3.0, 1.2, 0.7, 0.3, 0.05]).double()
VARIANCES = (2.0, 1.0, 0.5, 0.2, 0.1, 0.02)


def place(variance):
    rate, sse = linear_vae(EIGENVALUES, variance)
    return rate.item(), sse.item()


@pytest.mark.equation("eq:curve-loss")
@pytest.mark.parametrize("variance", [0.5, 0.1])
def test_the_gaussian_loss_differs_by_a_constant_alone(variance):
    x, m = torch.rand(2, 6, 40, generator=seeded(2)).double()
    rate = m.exp().sum(-1)  # any rate
    law = Normal(m, variance**0.5)
    whole = rate - law.log_prob(x).sum(-1)
    short = rate + (x - m).square().sum(-1) / (2 * variance)
    constant = torch.full((6,), 20 * log(2 * pi * variance))
    torch.testing.assert_close(whole - short, constant.double())


@pytest.mark.equation("eq:curve-own", "eq:curve-other")
def test_each_network_is_the_best_by_its_own_loss():
    for large, small in pairwise(VARIANCES):
        (r1, s1), (r2, s2) = place(large), place(small)
        assert r1 + s1 / (2 * large) <= r2 + s2 / (2 * large)
        assert r2 + s2 / (2 * small) <= r1 + s1 / (2 * small)


@pytest.mark.equation("eq:curve-squeeze")
def test_between_minima_the_slope_is_between_both_variances():
    for large, small in pairwise(VARIANCES):
        (r1, s1), (r2, s2) = place(large), place(small)
        assert r2 > r1
        assert 2 * small <= (s1 - s2) / (r2 - r1) <= 2 * large


@pytest.mark.equation("eq:curve-squeeze")
def test_the_squeeze_holds_for_the_minima_of_any_finite_choice():
    """Whatever networks can do, as long as the minimum is found."""
    can = torch.rand(400, 2, generator=seeded(1)).double() * 10
    for large, small in pairwise((4.0, 1.0, 0.3, 0.1)):
        (r1, s1), (r2, s2) = (
            can[(can[:, 0] + can[:, 1] / (2 * v)).argmin()].tolist()
            for v in (large, small)
        )
        assert r1 <= r2
        assert s2 <= s1
        if r2 > r1:
            assert 2 * small <= (s1 - s2) / (r2 - r1) <= 2 * large


@pytest.mark.equation("eq:curve-slope")
def test_the_slope_at_a_place_is_minus_twice_its_variance():
    """A nonlinear choice: a grid of s for two curved trade-offs."""
    s = torch.linspace(0.01, 1, 200_001).double()
    rate, sse = -s.log() + (1 - s) ** 3, 3 * s.pow(1.5) + s

    def minimum(variance):
        at = (rate + sse / (2 * variance)).argmin()
        return rate[at].item(), sse[at].item()

    for variance in (0.3, 0.6, 1.0):
        (r1, s1), (r2, s2) = (
            minimum(1.02 * variance),
            minimum(variance / 1.02),
        )
        slope = (s2 - s1) / (r2 - r1)
        assert slope == pytest.approx(-2 * variance, rel=0.01)
