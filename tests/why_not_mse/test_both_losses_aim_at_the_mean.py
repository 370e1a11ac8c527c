import pytest
import torch
from scipy.optimize import minimize_scalar
from torch.distributions import Bernoulli
from torch.distributions import kl_divergence as kl

from snippets.measures.rulers import GENERATORS, bregman
from snippets.vae.dataset import seeded

NAMES = list(GENERATORS)


def pixels(count=60):
    """Grey values, most near the ends, none at them."""
    noise = 2 * torch.randn(count, generator=seeded(0)).double()
    return noise.sigmoid()


def mean_cost(name, x, m):
    centre = torch.tensor(m, dtype=torch.float64)
    return bregman(GENERATORS[name], x, centre.expand_as(x)).mean()


@pytest.mark.equation("eq:aim-bregman")
@pytest.mark.parametrize("name", NAMES)
def test_a_divergence_is_positive_except_at_its_target(name):
    x = pixels()[:, None].expand(-1, 60)
    divergence = bregman(GENERATORS[name], x, x.T)
    apart = ~torch.eye(60, dtype=torch.bool)
    assert (divergence[apart] > 0).all()
    assert divergence.diagonal().abs().max() < 1e-14


@pytest.mark.equation("eq:aim-bregman")
def test_the_code_subtracts_the_tangent_by_hand():
    x, m = torch.tensor(0.3).double(), torch.tensor(0.6).double()
    tangent = m.square() + 2 * m * (x - m)
    expected = x.square() - tangent
    found = bregman(GENERATORS["squared"], x, m)
    torch.testing.assert_close(found, expected)


@pytest.mark.equation("eq:aim-squared")
def test_the_square_gives_the_squared_error():
    x, m = pixels(), pixels().flip(0)
    found = bregman(GENERATORS["squared"], x, m)
    torch.testing.assert_close(found, (x - m).square())


@pytest.mark.equation("eq:aim-tangent")
def test_the_tangent_of_minus_the_entropy_is_minus_cross_entropy():
    x, m = pixels(), pixels().flip(0)
    minus_entropy = -Bernoulli(m).entropy()
    tangent = minus_entropy + Bernoulli(m).logits * (x - m)
    expected = x * m.log() + (1 - x) * (1 - m).log()
    torch.testing.assert_close(tangent, expected)


@pytest.mark.equation("eq:aim-coins")
def test_the_entropy_gives_the_divergence_of_coins():
    x, m = pixels(), pixels().flip(0)
    found = bregman(GENERATORS["coins"], x, m)
    torch.testing.assert_close(found, kl(Bernoulli(x), Bernoulli(m)))
    law = Bernoulli(m, validate_args=False)
    cross = -law.log_prob(x)
    torch.testing.assert_close(found, cross - Bernoulli(x).entropy())


@pytest.mark.equation("eq:aim-mean-cost")
@pytest.mark.parametrize("name", NAMES)
def test_the_mean_cost_needs_only_two_means(name):
    x, phi = pixels(), GENERATORS[name]
    m = torch.tensor(0.3, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(phi(m), m)
    expected = phi(x).mean() - phi(m) - slope * (x.mean() - m)
    found = mean_cost(name, x, 0.3)
    torch.testing.assert_close(found, expected.detach())


@pytest.mark.equation("eq:aim-excess")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("m", [0.02, 0.5, 0.97])
def test_a_miss_adds_the_divergence_from_the_mean(name, m):
    x = pixels()
    centre = x.mean().item()
    excess = mean_cost(name, x, m) - mean_cost(name, x, centre)
    expected = mean_cost(name, x.mean()[None], m)
    assert (excess - expected).abs() < 1e-12


@pytest.mark.equation("eq:aim-excess")
@pytest.mark.parametrize("name", NAMES)
def test_all_divergences_have_their_minimum_at_the_mean(name):
    x = pixels()
    m = x.mean().requires_grad_()
    cost = bregman(GENERATORS[name], x, m.expand_as(x)).mean()
    (slope,) = torch.autograd.grad(cost, m)
    assert slope.abs() < 1e-8
    found = minimize_scalar(
        lambda at: mean_cost(name, x, at).item(),
        bounds=(1e-6, 1 - 1e-6),
        method="bounded",
        options={"xatol": 1e-10},
    )
    assert found.x == pytest.approx(x.mean().item(), abs=1e-6)
