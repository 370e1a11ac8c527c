"""Each step to the bound, by quadrature over a single latent."""

from itertools import product

import numpy as np
import pytest
import torch
from torch.distributions import Normal, kl_divergence

from snippets.vae.elbo import loss, reparametrise, terms
from snippets.vae.families import Bernoulli
from snippets.vae.model import VAE

MODEL = VAE(3, (4,), 1, Bernoulli(), seed=1).double()
IMAGES = torch.tensor(list(product((0.0, 1.0), repeat=3))).double()
X = IMAGES[5]
STEP = 1 / 64
Z = torch.arange(-12, 12, STEP).double()[:, None]
LOG_PRIOR = MODEL.prior().log_prob(Z)[:, 0]
Q = [(0.0, 1.0), (0.7, 0.4), (-1.5, 0.8)]

# Means over standard noise, exact for polynomials of degree 79.
NODES, WEIGHTS = map(
    torch.tensor, np.polynomial.hermite_e.hermegauss(40)
)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def area(f: torch.Tensor) -> torch.Tensor:
    return f.sum(0) * STEP


def log_joint(x: torch.Tensor) -> torch.Tensor:
    return MODEL.likelihood.log_prob(x, MODEL.decode(Z)) + LOG_PRIOR


def normal(loc: float, scale: float) -> Normal:
    at = torch.tensor([[loc], [scale]]).double()
    return Normal(at[0], at[1])


def mean_under(q: Normal, f: torch.Tensor) -> torch.Tensor:
    return area(q.log_prob(Z)[:, 0].exp() * f)


def log_weight(q: Normal) -> torch.Tensor:
    return log_joint(X) - q.log_prob(Z)[:, 0]


EVIDENCE = area(log_joint(X).exp())


@pytest.mark.equation("eq:elbo-evidence")
def test_the_evidence_of_all_images_adds_up_to_one():
    each = torch.stack([area(log_joint(x).exp()) for x in IMAGES])
    assert each.sum().item() == pytest.approx(1)


@pytest.mark.parametrize(("loc", "scale"), Q)
@pytest.mark.equation("eq:elbo-multiply", "eq:elbo-weight")
def test_the_mean_weight_is_the_evidence_under_any_q(loc, scale):
    q = normal(loc, scale)
    # Far out a narrow q is 0 in floating point, and so is p(z) there.
    mean = area((q.log_prob(Z)[:, 0] + log_weight(q)).exp())
    torch.testing.assert_close(mean, EVIDENCE)


@pytest.mark.equation("eq:elbo-jensen")
def test_the_mean_logarithm_is_below_unless_nothing_varies():
    generator = torch.Generator().manual_seed(0)
    w = torch.rand(100, 5, generator=generator) + 0.01
    assert (w.log().mean(1) < w.mean(1).log()).all()
    same = torch.full((5,), 0.3)
    torch.testing.assert_close(same.log().mean(), same.mean().log())


@pytest.mark.parametrize(("loc", "scale"), Q)
@pytest.mark.equation("eq:elbo-bound", "eq:elbo-bayes", "eq:elbo-gap")
def test_the_bound_misses_the_kl_to_the_true_posterior(loc, scale):
    q = normal(loc, scale)
    bound = mean_under(q, log_weight(q))
    log_posterior = log_joint(X) - EVIDENCE.log()
    gap = mean_under(q, q.log_prob(Z)[:, 0] - log_posterior)
    assert bound < EVIDENCE.log()
    torch.testing.assert_close(EVIDENCE.log() - bound, gap)


@pytest.mark.parametrize(("loc", "scale"), Q)
@pytest.mark.equation("eq:elbo-kl")
def test_the_kl_is_a_mean_difference_of_logarithms(loc, scale):
    q = normal(loc, scale)
    ours = mean_under(q, q.log_prob(Z)[:, 0] - LOG_PRIOR)
    torch.testing.assert_close(ours, kl_divergence(q, normal(0, 1))[0])
    assert ours >= 0


@pytest.mark.equation("eq:elbo-split", "eq:elbo-unbiased")
def test_over_the_noise_the_loss_is_minus_the_mean_bound():
    x = X.expand(len(NODES), -1)
    found = terms(MODEL, x, NODES[:, None]).elbo @ WEIGHTS
    q = MODEL.posterior(X)
    torch.testing.assert_close(found, mean_under(q, log_weight(q)))


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
