"""From the bound to the loss, and what the rate is a limit of."""

from itertools import product

import numpy as np
import pytest
import torch
from torch.distributions import Categorical, Normal, kl_divergence

from snippets.vae.elbo import loss, reparametrise, terms
from snippets.vae.families import Bernoulli
from snippets.vae.model import VAE

MODEL = VAE(3, (4,), 1, Bernoulli(), seed=1).double()
IMAGES = torch.tensor(list(product((0.0, 1.0), repeat=3))).double()
X = IMAGES[5]
STEP = 1 / 64
Z = torch.arange(-12, 12, STEP).double()[:, None]

NODES, WEIGHTS = map(
    torch.tensor, np.polynomial.hermite_e.hermegauss(40)
)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def bound(q: Normal) -> torch.Tensor:
    """E_q of the three logarithms, by thin strips."""
    log_q = q.log_prob(Z)[:, 0]
    log_prior = MODEL.prior().log_prob(Z)[:, 0]
    log_likelihood = MODEL.likelihood.log_prob(X, MODEL.decode(Z))
    inside = log_q.exp() * (log_likelihood + log_prior - log_q)
    return inside.sum() * STEP


@pytest.mark.equation("eq:elbo-split", "eq:elbo-unbiased")
def test_over_the_noise_the_loss_is_minus_the_mean_bound():
    x = X.expand(len(NODES), -1)
    found = terms(MODEL, x, NODES[:, None]).elbo @ WEIGHTS
    torch.testing.assert_close(found, bound(MODEL.posterior(X)))


@pytest.mark.equation("eq:elbo-loss")
def test_the_loss_is_a_mean_over_images_of_sums():
    noise = NODES[:8, None]
    one = [loss(MODEL, IMAGES[[i]], noise[[i]]) for i in range(8)]
    whole = loss(MODEL, IMAGES, noise)
    torch.testing.assert_close(whole, torch.stack(one).mean())
    both = terms(MODEL, IMAGES[:1], noise[:1])
    decoded = MODEL.decode(
        reparametrise(MODEL.posterior(IMAGES[:1]), noise[:1])
    )
    pixels = MODEL.likelihood.pixel_log_prob(IMAGES[:1], decoded)
    torch.testing.assert_close(one[0], -pixels.sum() + both.rate[0])


@pytest.mark.equation("eq:elbo-information")
def test_the_mean_rate_is_information_and_a_rest():
    # Four images and three latents, each law a table of shares.
    generator = torch.Generator().manual_seed(0)
    table = torch.rand(4, 3, generator=generator).double()
    each = Categorical(table)
    prior = Categorical(torch.tensor([0.2, 0.3, 0.5]).double())
    aggregate = Categorical(each.probs.mean(0))
    together = Categorical((each.probs / 4).flatten())
    # How far image and latent fall short of being independent.
    information = (
        Categorical(torch.ones(4).double()).entropy()
        + aggregate.entropy()
        - together.entropy()
    )
    rates = kl_divergence(each, prior)
    rest = kl_divergence(aggregate, prior)
    torch.testing.assert_close(rates.mean(), information + rest)
    assert rates.mean() > information > 0
