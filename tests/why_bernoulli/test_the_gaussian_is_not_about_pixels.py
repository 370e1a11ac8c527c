import pytest
import torch
from scipy.integrate import quad
from torch.distributions import Normal

from snippets.measures.mixtures import (
    PRIORS,
    excess_kurtosis,
    flowering,
    quantiles,
    two_points,
    variance_parts,
)
from snippets.vae.dataset import seeded
from snippets.vae.families import Bernoulli, Gaussian

SCALE = 0.3
M = torch.tensor([0.05, 0.1, 0.7, 0.95]).double()  # at four codes
GRID = torch.linspace(-4, 5, 20_001).double()


def moment(power, centre):
    """Of the mixture of four bells, by summing its density."""
    density = Normal(M[:, None], SCALE).log_prob(GRID).exp().mean(0)
    return torch.trapezoid(density * (GRID - centre) ** power, GRID)


def integral(prior, outcome):
    """P(x = outcome) by scipy, over the values of the prior."""

    def inside(z):
        point = torch.tensor([z]).double()
        m = flowering(point).item()
        mass = prior.log_prob(point.float()).exp().item()
        return mass * (m if outcome else 1 - m)

    low, high = quantiles(prior)[[0, -1]].tolist()
    return quad(inside, low, high, limit=200)[0]


@pytest.mark.equation("eq:spaces-mixture")
@pytest.mark.parametrize("name", PRIORS)
def test_the_mean_of_m_is_the_probability_of_ink(name):
    m = flowering(quantiles(PRIORS[name]))
    expected = integral(PRIORS[name], 1)
    assert m.mean().item() == pytest.approx(expected, abs=1e-4)
    x = torch.bernoulli(m, generator=seeded(0))
    deviation = (expected * (1 - expected) / len(x)) ** 0.5
    assert abs(x.mean().item() - expected) < 4 * deviation


@pytest.mark.equation("eq:spaces-rest")
@pytest.mark.parametrize("name", PRIORS)
def test_a_mixture_of_coins_leaves_nothing_for_a_third_value(name):
    logits = flowering(quantiles(PRIORS[name])).logit()
    x = Bernoulli().sample(logits[:, None, None], seeded(0))
    for value in (0, 1):
        expected = integral(PRIORS[name], value)
        seen = (x == value).double().mean().item()
        assert seen == pytest.approx(expected, abs=0.01)
    both = integral(PRIORS[name], 0) + integral(PRIORS[name], 1)
    assert both == pytest.approx(1, abs=1e-4)


def test_a_plant_flowers_as_the_page_writes_it():
    z = torch.tensor([-1.0, 0.0, 0.5, 2.0]).double()
    written = 1 / (1 + (1 - 2 * z).exp())
    torch.testing.assert_close(flowering(z), written)


@pytest.mark.parametrize("name", [*PRIORS, "two"])
def test_every_prior_of_the_table_has_mean_zero_and_variance_one(name):
    z = two_points() if name == "two" else quantiles(PRIORS[name])
    assert z.mean().item() == pytest.approx(0, abs=1e-6)
    assert z.var(correction=0).item() == pytest.approx(1, abs=1e-3)


@pytest.mark.equation("eq:spaces-total")
def test_variance_is_noise_given_z_plus_spread_of_means():
    p_z = torch.tensor([0.2, 0.5, 0.3]).double()
    values = torch.tensor([0.0, 1.0, 5.0]).double()
    p_x = torch.rand(3, 3, generator=seeded(0)).double()
    p_x = p_x / p_x.sum(-1, keepdim=True)  # a law of x for each z
    m, square = p_x @ values, p_x @ values**2
    mean = p_z @ m
    expected = p_z @ p_x @ (values - mean) ** 2
    noise, between = p_z @ (square - m**2), p_z @ (m - mean) ** 2
    torch.testing.assert_close(noise + between, expected)
    torch.testing.assert_close(noise + p_z @ m**2 - mean**2, expected)


@pytest.mark.equation("eq:spaces-coin")
@pytest.mark.parametrize("name", [*PRIORS, "two"])
def test_a_mixture_of_coins_has_the_variance_of_one_coin(name):
    z = two_points() if name == "two" else quantiles(PRIORS[name])
    m = flowering(z)
    noise, between = variance_parts(m)
    mean = m.mean()
    torch.testing.assert_close(noise + between, mean * (1 - mean))


@pytest.mark.equation("eq:spaces-gaussian")
def test_a_gaussian_pixel_is_its_mean_plus_noise():
    decoded = torch.randn(2, 3, 1, generator=seeded(0))
    law = Gaussian(SCALE**2)
    noise = torch.randn(2, 3, generator=seeded(1))
    expected = decoded.squeeze(-1).sigmoid() + SCALE * noise
    drawn = law.sample(decoded, seeded(1))
    torch.testing.assert_close(drawn, expected)


@pytest.mark.equation("eq:spaces-gaussian-variance")
def test_variance_of_a_gaussian_pixel_is_noise_plus_spread_of_means():
    expected = moment(2, M.mean())
    between = M.var(correction=0)
    torch.testing.assert_close(SCALE**2 + between, expected)


@pytest.mark.equation("eq:spaces-fourth", "eq:spaces-kurtosis")
def test_excess_kurtosis_of_means_with_noise():
    fourth, between = (M - M.mean()).pow(4).mean(), M.var(correction=0)
    raised = fourth + 6 * SCALE**2 * between + 3 * SCALE**4
    torch.testing.assert_close(moment(4, M.mean()), raised)
    expected = raised / moment(2, M.mean()) ** 2 - 3
    found = excess_kurtosis(M, SCALE**2)
    torch.testing.assert_close(found, expected)


def test_noise_shrinks_the_excess_kurtosis_and_keeps_its_sign():
    fair = torch.tensor([0.0, 1.0]).double()
    assert excess_kurtosis(fair, 0.0).item() == -2
    assert -2 < excess_kurtosis(fair, 1.0).item() < 0


def test_a_linear_decoder_hands_the_gaussian_on_and_a_sigmoid_not():
    z = quantiles(Normal(0.0, 1.0))
    assert abs(excess_kurtosis(3 * z, 1.0).item()) < 1e-2
    assert excess_kurtosis((3 * z).sigmoid(), 0.01).item() < -0.5
