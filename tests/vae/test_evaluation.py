"""Scores against what is exact: quadrature, enumeration, algebra."""

import math
from itertools import product

import pytest
import torch
from torch.distributions import Normal

from snippets.vae.dataset import seeded
from snippets.vae.elbo import terms
from snippets.vae.evaluation import (
    bits_per_pixel,
    draws,
    evaluate,
    log_evidence,
    log_weights,
)
from snippets.vae.families import Bernoulli, Gaussian
from snippets.vae.model import VAE

MODEL = VAE(3, (4,), 1, Bernoulli(), seed=1)
IMAGES = torch.tensor(list(product((0.0, 1.0), repeat=3)))
STEP = 1 / 64
Z = torch.arange(-12, 12, STEP)[:, None]
WEIGHTS = torch.tensor([0.1, 1.0, 5.0]).double()


def exact(x: torch.Tensor) -> float:
    """log p(x) of the one-latent model, by quadrature."""
    joint = MODEL.likelihood.log_prob(x, MODEL.decode(Z))
    joint = joint + MODEL.prior().log_prob(Z)[:, 0]
    return (joint.exp().sum() * STEP).log().item()


EXACT = torch.tensor([exact(x) for x in IMAGES])


def bound(k: int) -> float:
    """L_k where each of three weights is as likely, by enumeration."""
    groups = torch.tensor(list(product(WEIGHTS.tolist(), repeat=k)))
    return groups.mean(1).log().mean().item()


@pytest.mark.equation("eq:evaluation-order")
def test_more_draws_raise_the_bound_but_not_above_the_evidence():
    bounds = [bound(k) for k in range(1, 8)]
    assert bounds == sorted(bounds)
    assert bounds[-1] < WEIGHTS.mean().log().item()


@pytest.mark.equation("eq:evaluation-order")
def test_one_draw_gives_the_elbo():
    noise = torch.randn(1, 8, 1, generator=seeded(0))
    posterior = MODEL.posterior(IMAGES)
    z = draws(posterior, 1, seeded(0))
    single = log_weights(MODEL, IMAGES, posterior, z)[0]
    torch.testing.assert_close(
        single, log_evidence(MODEL, IMAGES, samples=1)
    )
    both = terms(MODEL, IMAGES, noise[0])
    ratio = posterior.log_prob(z[0]) - MODEL.prior().log_prob(z[0])
    expected = -both.distortion - ratio.sum(-1)
    torch.testing.assert_close(single, expected)


@pytest.mark.equation("eq:evaluation-leave-one-out")
def test_a_mean_is_the_mean_of_the_means_without_one():
    w = torch.rand(6, generator=seeded(0))
    without = [torch.cat([w[:r], w[r + 1 :]]).mean() for r in range(6)]
    torch.testing.assert_close(torch.stack(without).mean(), w.mean())


@pytest.mark.equation("eq:evaluation-importance")
def test_many_draws_reach_the_evidence_of_every_image():
    found = log_evidence(MODEL, IMAGES, samples=20_000, at_once=5000)
    torch.testing.assert_close(found, EXACT, rtol=0, atol=0.02)


@pytest.mark.equation("eq:evaluation-importance")
def test_the_elbo_lies_below_the_evidence_of_every_image():
    found = evaluate(MODEL, IMAGES, samples=5000).elbo
    assert (found < EXACT).all()


def test_where_every_weight_is_the_evidence_one_draw_is_enough():
    blind = VAE(3, (4,), 1, Bernoulli(), seed=1)
    for layer in (blind.encoder[-1], blind.decoder[0]):
        torch.nn.init.zeros_(layer.weight)
    one = log_evidence(blind, IMAGES, samples=1)
    logits = blind.decode(torch.zeros(8, 1))
    certain = blind.likelihood.log_prob(IMAGES, logits)
    torch.testing.assert_close(one, certain)


@pytest.mark.equation("eq:evaluation-bits")
def test_one_fair_coin_a_pixel_is_one_bit_per_pixel():
    nats = -Bernoulli().log_prob(torch.ones(784), torch.zeros(784, 1))
    assert bits_per_pixel(nats.item(), 784) == pytest.approx(1)


@pytest.mark.parametrize("c", [0.5, 1.0, 255.0])
@pytest.mark.equation("eq:evaluation-density", "eq:evaluation-unit")
def test_a_unit_shifts_a_density_by_its_logarithm_for_each_pixel(c):
    x = torch.rand(5, 7, generator=seeded(0)).double()
    loc = torch.rand(7, generator=seeded(1)).double()
    here = -Normal(loc, 0.3).log_prob(x).sum(-1)
    there = -Normal(c * loc, c * 0.3).log_prob(c * x).sum(-1)
    torch.testing.assert_close(there, here + 7 * math.log(c))


@pytest.mark.parametrize("variance", [1 / 32, 1 / (2 * math.pi), 1.0])
@pytest.mark.equation("eq:evaluation-floor")
def test_no_gaussian_cost_is_below_its_floor(variance):
    perfect = torch.full((7,), 0.5)
    cost = -Gaussian(variance).log_prob(perfect, torch.zeros(7, 1))
    floor = 7 / 2 * math.log(2 * math.pi * variance)
    assert cost.item() == pytest.approx(floor, abs=1e-5)
    other = -Gaussian(variance).log_prob(perfect, torch.ones(7, 1))
    assert other > cost
