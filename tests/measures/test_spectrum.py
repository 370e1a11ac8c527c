"""The prediction for all directions together."""

import math

import pytest
import torch
from torch.distributions import MultivariateNormal

from snippets.measures.spectrum import (
    one_direction,
    predicted_error,
    predicted_loss,
    predicted_rate,
    used,
)

EIGENVALUES = torch.tensor([3.0, 1.4, 0.9, 0.2, 0.05]).double()


def best(eigenvalue, variance):
    """u, w and s^2 of a used direction, or of an unused one."""
    noise = min(1.0, variance / eigenvalue)
    u, w = math.sqrt(1 - noise), max(0.0, eigenvalue - variance) ** 0.5
    return (torch.tensor(p, dtype=torch.float64) for p in (u, w, noise))


@pytest.mark.equation("eq:collapse-rate", "eq:collapse-error")
@pytest.mark.parametrize("variance", [0.1, 1.0, 5.0])
def test_rate_and_error_are_sums_over_directions(variance):
    rate, error, loss = 0.0, 0.0, 0.0
    for eigenvalue in EIGENVALUES.tolist():
        u, w, s2 = best(eigenvalue, variance)
        rate += float(u**2 + s2 - 1 - s2.log()) / 2
        kept = 2 * w * u * math.sqrt(eigenvalue)
        error += float(eigenvalue - kept + w**2 * (u**2 + s2))
        loss += float(one_direction(u, w, s2, eigenvalue, variance))
    found = EIGENVALUES, variance
    assert predicted_rate(*found) == pytest.approx(rate, abs=1e-12)
    assert predicted_error(*found) == pytest.approx(error)
    assert predicted_loss(*found) == pytest.approx(loss)


def test_the_best_loss_is_the_largest_likelihood_of_the_model():
    variance, pixels = 0.5, len(EIGENVALUES)
    covariance = EIGENVALUES.clamp(min=variance).diag()
    law = MultivariateNormal(torch.zeros(pixels).double(), covariance)
    # Two points on each axis have the covariance of the eigenvalues.
    points = (pixels * EIGENVALUES).sqrt().diag()
    surprise = -law.log_prob(points).mean()
    constant = pixels / 2 * math.log(2 * math.pi * variance)
    expected = predicted_loss(EIGENVALUES, variance) + constant
    assert float(surprise) == pytest.approx(expected)


def test_only_eigenvalues_above_the_variance_are_used():
    assert used(EIGENVALUES, 1.0).equal(EIGENVALUES[:2])
    assert len(used(EIGENVALUES, 3.1)) == 0
