"""One variance for all pixels: given, or learned."""

from math import log, pi

import pytest
import torch
from scipy.integrate import quad
from scipy.stats import norm

from snippets.vae.families import Gaussian, LearnedGaussian

G = torch.Generator().manual_seed(0)
X = torch.rand(6, 9, generator=G).double()
DECODED = torch.randn(6, 9, 1, generator=G).double()
LOC = DECODED[..., 0].sigmoid()


@pytest.mark.equation("eq:likelihood-gaussian")
@pytest.mark.parametrize("variance", [1e-3, 0.25, 0.5, 32.0])
def test_the_density_is_scipys(variance):
    ours = Gaussian(variance).double().log_prob(X, DECODED)
    theirs = norm(LOC, variance**0.5).logpdf(X).sum(-1)
    torch.testing.assert_close(
        ours, torch.tensor(theirs), rtol=1e-6, atol=1e-6
    )


def test_the_density_integrates_to_one():
    law = Gaussian(0.25)
    at = torch.zeros(1, 1, 1).double()

    def density(x):
        return law.log_prob(
            torch.tensor([[x]], dtype=torch.float64), at
        ).exp()

    assert quad(density, -9, 9)[0] == pytest.approx(1, abs=1e-7)


def test_squared_error_is_a_gaussian_with_variance_one_half():
    squared = (X - LOC).square().sum(-1)
    constant = 9 / 2 * log(pi)
    nats = -Gaussian(0.5).log_prob(X, DECODED)
    torch.testing.assert_close(nats, squared + constant)


def test_half_the_squared_error_is_a_gaussian_with_variance_one():
    squared = (X - LOC).square().sum(-1)
    constant = 9 / 2 * log(2 * pi)
    nats = -Gaussian(1.0).log_prob(X, DECODED)
    torch.testing.assert_close(nats, squared / 2 + constant)


@pytest.mark.parametrize("variance", [0.0, -1.0, float("nan")])
def test_a_variance_is_positive(variance):
    with pytest.raises(ValueError, match="variance must be above 0"):
        Gaussian(variance)


def test_the_first_guess_of_a_learned_scale_is_above_one_half():
    law = LearnedGaussian(floor=0.01)
    assert law.variance.sqrt().item() == pytest.approx(0.51)


def test_a_learned_scale_is_scored_as_a_given_one():
    law = LearnedGaussian().double()
    same = Gaussian(law.variance.item()).double()
    torch.testing.assert_close(
        law.log_prob(X, DECODED),
        same.log_prob(X, DECODED),
        rtol=1e-6,
        atol=1e-6,
    )


@pytest.mark.parametrize("raw", [-100.0, -20.0, -5.0])
def test_a_learned_scale_stays_above_its_floor(raw):
    law = LearnedGaussian(floor=0.03)
    law.raw_scale.data.fill_(raw)
    assert law.variance.sqrt().item() >= 0.03 * (1 - 1e-6)


def test_a_learned_scale_descends_to_the_squared_error():
    law = LearnedGaussian().double()
    step = torch.optim.Adam(law.parameters(), lr=0.03)
    for _ in range(300):
        step.zero_grad()
        (-law.log_prob(X, DECODED)).mean().backward()
        step.step()
    error = (X - LOC).square().mean()
    assert law.variance.item() == pytest.approx(error.item(), rel=1e-4)
