"""The best variance: its value, its gradient, and Adam's way there."""

import math

import pytest
import torch
from torch.distributions import Normal

from snippets.experiments.noise import Noise
from snippets.measures.scales import adam_alone
from snippets.vae.dataset import seeded
from snippets.why_not_mse.the_data_choose_the_variance import (
    best_nats,
    held_nats,
)

SHAPE = (6, 40)
PIXELS = SHAPE[1]


def images_and_means():
    x = torch.rand(SHAPE, generator=seeded(0)).double()
    loc = torch.rand(SHAPE, generator=seeded(1)).double()
    return x, loc.requires_grad_()


def nats(x, loc, scale):
    return -Normal(loc, scale).log_prob(x).sum(-1).mean()


@pytest.mark.equation("eq:choose-slope")
@pytest.mark.parametrize("scale", [0.05, 0.4, 3.0])
def test_the_slope_points_to_the_mean_squared_error(scale):
    x, loc = images_and_means()
    log_scale = torch.tensor(scale, dtype=torch.float64).log()
    log_scale.requires_grad_()
    nats(x, loc, log_scale.exp()).backward()
    error = (x - loc).square().mean()
    expected = PIXELS * (1 - error / scale**2)
    torch.testing.assert_close(log_scale.grad, expected.detach())


@pytest.mark.equation("eq:choose-value")
def test_the_least_cost_is_that_of_the_root_of_the_mean_squared_error():
    x, loc = images_and_means()
    root = (x - loc).square().mean().sqrt()
    least = best_nats(x, loc)
    torch.testing.assert_close(nats(x, loc, root), least)
    for factor in (0.5, 0.9, 1.1, 2.0):
        assert nats(x, loc, factor * root) > least


@pytest.mark.equation("eq:choose-gradient")
def test_a_logarithm_and_a_weighted_error_have_one_gradient():
    x, loc = images_and_means()
    both = (best_nats(x, loc), held_nats(x, loc))
    torch.testing.assert_close(*both)
    log_slope, held_slope = (
        torch.autograd.grad(value, loc)[0] for value in both
    )
    torch.testing.assert_close(log_slope, held_slope)
    variance = (x - loc).square().mean()
    by_hand = (loc - x) / variance / len(x)
    torch.testing.assert_close(held_slope, by_hand.detach())


@pytest.mark.equation("eq:choose-halve")
@pytest.mark.parametrize("size", [1.0, 1e-3])
def test_half_the_error_gains_the_same_from_anywhere(size):
    x, loc = images_and_means()
    far = x + size * (x - loc)
    near = x + size * (x - loc) / math.sqrt(2)
    gain = best_nats(x, far) - best_nats(x, near)
    assert gain.item() == pytest.approx(PIXELS / 2 * math.log(2))


def held(start, rate):
    return Noise(start=start, scale_rate=rate)


@pytest.mark.equation("eq:choose-reach")
def test_adam_moves_a_log_scale_by_its_learning_rate_in_a_step():
    reached = adam_alone(held(0.5, 1e-3), [0.02] * 200)
    assert reached == pytest.approx(0.5 * math.exp(-0.2), rel=0.01)
    reached = adam_alone(held(0.5, 1e-3), [0.02] * 800)
    assert reached > 0.5 * math.exp(-0.8)


def test_adam_alone_is_the_adam_of_the_library():
    errors = [0.25, 0.1, 0.07, 0.03, 0.02]
    log_scale = torch.tensor(0.03, dtype=torch.float64).log()
    log_scale.requires_grad_()
    adam = torch.optim.Adam([log_scale], lr=1e-2)
    for error in errors:
        cost = log_scale + error / 2 * (-2 * log_scale).exp()
        log_scale.grad = None
        (784 * cost).backward()
        adam.step()
    ours = adam_alone(held(0.03, 1e-2), errors)
    assert ours == pytest.approx(log_scale.exp().item())


def test_only_a_long_memory_keeps_a_narrow_start_from_arriving():
    errors = [0.25] * 5 + [0.02] * 795  # misses shrink early on
    root = math.sqrt(0.02)
    wide = adam_alone(held(1.0, 1e-2), errors)
    narrow = adam_alone(held(0.03, 1e-2), errors)
    brief = adam_alone(held(0.03, 1e-2), errors, memory=0.9)
    assert wide == pytest.approx(root, rel=0.01)
    assert brief == pytest.approx(root, rel=0.01)
    assert narrow < 0.9 * root
