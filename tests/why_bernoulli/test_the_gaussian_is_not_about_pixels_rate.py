import math

import numpy as np
import pytest
import torch

from snippets.vae.dataset import seeded
from snippets.vae.elbo import rate, standard_noise, terms
from snippets.vae.families import likelihood
from snippets.vae.model import VAE

LATENTS = 3


def model(name):
    law = likelihood(name, levels=1, variance=0.5)
    return VAE(12, (8,), LATENTS, law, seed=4)


def binary_images():
    return (torch.rand(5, 12, generator=seeded(0)) > 0.5).float()


def mean_under(q, log_density):
    """E_q by the rule of Gauss and Hermite, exact for squares."""
    nodes, shares = np.polynomial.hermite_e.hermegauss(5)
    nodes = torch.tensor(nodes, dtype=torch.float32)
    shares = torch.tensor(shares / shares.sum(), dtype=torch.float32)
    z = q.loc + q.scale * nodes[:, None, None]
    return (shares[:, None, None] * log_density(z)).sum((0, 2))


@pytest.mark.equation("eq:spaces-prior-term")
def test_mean_log_prior_under_the_posterior():
    one = model("bernoulli")
    q = one.posterior(binary_images())
    expected = mean_under(q, one.prior().log_prob)
    squares = (q.loc**2 + q.scale**2).sum(-1)
    formula = -LATENTS / 2 * math.log(2 * math.pi) - squares / 2
    torch.testing.assert_close(formula, expected)


@pytest.mark.equation("eq:spaces-posterior-term")
def test_mean_log_posterior_is_minus_its_entropy():
    q = model("bernoulli").posterior(binary_images())
    logs = (1 + q.scale.square().log()).sum(-1)
    formula = -LATENTS / 2 * math.log(2 * math.pi) - logs / 2
    torch.testing.assert_close(formula, -q.entropy().sum(-1))


@pytest.mark.equation(
    "eq:spaces-prior-term", "eq:spaces-posterior-term"
)
def test_their_difference_is_the_rate_of_the_machine():
    one = model("bernoulli")
    q = one.posterior(binary_images())
    inside = mean_under(q, q.log_prob)
    outside = mean_under(q, one.prior().log_prob)
    torch.testing.assert_close(inside - outside, rate(q, one.prior()))


def test_no_weight_of_the_decoder_enters_the_rate():
    one = model("bernoulli")
    rate(one.posterior(binary_images()), one.prior()).sum().backward()
    assert all(w.grad is None for w in one.decoder.parameters())
    assert all(w.grad is not None for w in one.encoder.parameters())


@pytest.mark.parametrize(
    "other", ["gaussian", "learned-gaussian", "continuous-bernoulli"]
)
def test_another_likelihood_changes_the_distortion_not_the_rate(other):
    x, noise = binary_images(), standard_noise(5, LATENTS, seeded(1))
    coins, bells = (
        terms(model(name), x, noise) for name in ("bernoulli", other)
    )
    torch.testing.assert_close(coins.rate, bells.rate, rtol=0, atol=0)
    assert not torch.allclose(coins.distortion, bells.distortion)
