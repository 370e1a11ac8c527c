"""Each step from the evidence to the gap, with a single latent."""

from itertools import product

import numpy as np
import pytest
import torch
from torch.distributions import Normal, kl_divergence

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


def log_likelihood(x: torch.Tensor, z: torch.Tensor) -> torch.Tensor:
    return MODEL.likelihood.log_prob(x, MODEL.decode(z))


def log_joint(x: torch.Tensor) -> torch.Tensor:
    return log_likelihood(x, Z) + LOG_PRIOR


def log_posterior() -> torch.Tensor:
    """log p(z|X) on the grid: scaled there until its area is 1."""
    return log_joint(X) - area(log_joint(X).exp()).log()


def normal(loc: float, scale: float) -> Normal:
    at = torch.tensor([[loc], [scale]]).double()
    return Normal(at[0], at[1])


def mean_under(q: Normal, f: torch.Tensor) -> torch.Tensor:
    return area(q.log_prob(Z)[:, 0].exp() * f)


# A mean over draws of the prior, without the grid Z.
EVIDENCE = log_likelihood(X, NODES[:, None]).exp() @ WEIGHTS


@pytest.mark.equation("eq:elbo-evidence")
def test_the_evidence_of_all_images_adds_up_to_one():
    each = torch.stack([area(log_joint(x).exp()) for x in IMAGES])
    assert each.sum().item() == pytest.approx(1)
    torch.testing.assert_close(each[5], EVIDENCE)


@pytest.mark.parametrize(("loc", "scale"), Q)
@pytest.mark.equation("eq:elbo-multiply", "eq:elbo-weight")
def test_the_mean_weight_is_the_evidence_under_any_q(loc, scale):
    log_q = normal(loc, scale).log_prob(Z)[:, 0]
    # Far out a narrow q is 0 in floating point, and so is p(z) there.
    mean = area((log_q + (log_joint(X) - log_q)).exp())
    torch.testing.assert_close(mean, EVIDENCE)


@pytest.mark.equation("eq:elbo-jensen")
def test_the_mean_logarithm_is_below_unless_nothing_varies():
    generator = torch.Generator().manual_seed(0)
    w = torch.rand(100, 5, generator=generator) + 0.01
    assert (w.log().mean(1) < w.mean(1).log()).all()
    same = torch.full((5,), 0.3)
    torch.testing.assert_close(same.log().mean(), same.mean().log())


@pytest.mark.equation("eq:elbo-bayes")
def test_the_joint_is_the_posterior_times_the_evidence():
    whole = log_posterior().exp() * EVIDENCE
    torch.testing.assert_close(log_joint(X).exp(), whole)


@pytest.mark.parametrize(("loc", "scale"), Q)
@pytest.mark.equation("eq:elbo-bound", "eq:elbo-gap")
def test_the_bound_misses_the_kl_to_the_true_posterior(loc, scale):
    q = normal(loc, scale)
    z = loc + scale * NODES[:, None]
    log_prior = MODEL.prior().log_prob(z)[:, 0]
    ratio = log_prior - q.log_prob(z)[:, 0]
    bound = (log_likelihood(X, z) + ratio) @ WEIGHTS
    gap = mean_under(q, q.log_prob(Z)[:, 0] - log_posterior())
    assert bound < EVIDENCE.log()
    torch.testing.assert_close(EVIDENCE.log() - bound, gap)


@pytest.mark.parametrize(("loc", "scale"), Q)
@pytest.mark.equation("eq:elbo-kl", "eq:elbo-kl-sign")
def test_the_kl_is_a_mean_difference_that_jensen_holds_above_0(
    loc, scale
):
    q = normal(loc, scale)
    ratio = LOG_PRIOR - q.log_prob(Z)[:, 0]
    ours = -mean_under(q, ratio)
    torch.testing.assert_close(ours, kl_divergence(q, normal(0, 1))[0])
    shares = area((q.log_prob(Z)[:, 0] + ratio).exp())
    torch.testing.assert_close(shares, torch.ones(()).double())
    assert -ours <= shares.log() + 1e-12
