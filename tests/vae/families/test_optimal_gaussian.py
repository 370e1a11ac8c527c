"""The best variance is the mean squared error, and what it does."""

from math import e, log, pi

import pytest
import torch

from snippets.vae.families import Gaussian, OptimalGaussian

G = torch.Generator().manual_seed(0)
X = torch.rand(6, 9, generator=G).double()
DECODED = torch.randn(6, 9, 1, generator=G).double()
ERROR = (X - DECODED[..., 0].sigmoid()).square().mean()


def gradient(law):
    decoded = DECODED.clone().requires_grad_()
    law.log_prob(X, decoded).mean().backward()
    return decoded.grad


def test_its_loss_is_the_log_of_the_squared_error():
    nats = -OptimalGaussian().log_prob(X, DECODED).mean()
    known = 9 / 2 * torch.log(2 * pi * e * ERROR)
    torch.testing.assert_close(nats, known)


def test_its_gradient_is_that_of_the_best_fixed_variance():
    fixed = Gaussian(ERROR.item()).double()
    torch.testing.assert_close(
        gradient(OptimalGaussian()),
        gradient(fixed),
        rtol=1e-6,
        atol=1e-8,
    )


@pytest.mark.parametrize("factor", [0.7, 0.95, 1.05, 1.4])
def test_no_other_variance_scores_the_batch_higher(factor):
    other = Gaussian(ERROR.item() * factor).double()
    best = OptimalGaussian().log_prob(X, DECODED).mean()
    assert best > other.log_prob(X, DECODED).mean()


def test_a_constant_pixel_meets_the_floor():
    law = OptimalGaussian(floor=0.02)
    nats = -law.log_prob(torch.full((4, 9), 0.5), torch.zeros(4, 9, 1))
    floor = 9 / 2 * log(2 * pi * 0.02**2)
    torch.testing.assert_close(nats, torch.full((4,), floor))


def test_the_running_variance_is_the_mean_over_batches():
    law = OptimalGaussian().double()
    law.log_prob(X, DECODED)
    law.log_prob(X, DECODED * 0)
    second = (X - 0.5).square().mean()
    torch.testing.assert_close(law.variance, (ERROR + second) / 2)


def test_a_late_batch_moves_it_by_a_hundredth():
    law = OptimalGaussian().double()
    law.batches.fill_(5000)
    law.log_prob(X, DECODED)
    known = 0.99 * 0.25 + 0.01 * ERROR
    torch.testing.assert_close(law.variance, known)


def test_evaluation_scores_with_the_running_variance():
    law = OptimalGaussian().double()
    law.log_prob(X, DECODED)
    fixed = Gaussian(ERROR.item()).double()
    torch.testing.assert_close(
        law.eval().log_prob(X[:2], DECODED[:2]),
        fixed.log_prob(X[:2], DECODED[:2]),
        rtol=1e-6,
        atol=1e-6,
    )


def test_evaluation_leaves_the_running_variance_alone():
    law = OptimalGaussian().eval()
    law.log_prob(X, DECODED)
    assert law.variance.item() == 0.25


def test_the_running_variance_is_saved_with_the_weights():
    law = OptimalGaussian().double()
    law.log_prob(X, DECODED)
    other = OptimalGaussian().double()
    other.load_state_dict(law.state_dict())
    assert other.variance == law.variance != 0.25
