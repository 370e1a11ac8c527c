import numpy as np
import pytest
import torch
from scipy.optimize import minimize

from snippets.experiments.linear import (
    Weights,
    eigenvalues_of,
    loss,
    rates,
    squared_error,
)
from snippets.vae.dataset import seeded
from snippets.why_not_mse.one_curve import linear_vae

EIGENVALUES = torch.tensor([3.0, 1.2, 0.7, 0.3, 0.05]).double()
VARIANCES = (2.0, 1.0, 0.5, 0.2, 0.1, 0.02)


def best(variance):
    """The linear VAE with one latent for each direction."""
    used = EIGENVALUES.clamp(min=variance)
    w, s2 = (used - variance).sqrt(), variance / used
    # The encoder reads each direction in units of its deviation.
    encoder = w / used * EIGENVALUES.sqrt()
    zeros = torch.zeros(5).double()
    return Weights(encoder.diag(), zeros, s2.log(), w.diag(), zeros)


def place(variance):
    rate, sse = linear_vae(EIGENVALUES, variance)
    return rate.item(), sse.item()


@pytest.mark.parametrize("variance", [0.5, 0.1])
def test_a_used_direction_is_left_with_the_assumed_noise(variance):
    eigenvalue = 2.0
    w, s2 = (eigenvalue - variance) ** 0.5, variance / eigenvalue
    a = w / eigenvalue
    noise = torch.randn(2, 400_000, generator=seeded(0)).double()
    x = eigenvalue**0.5 * noise[0]
    z = a * x + s2**0.5 * noise[1]
    sampled = (x - w * z).square().mean()
    assert sampled.item() == pytest.approx(variance, rel=0.01)
    formula = eigenvalue * (1 - w * a) ** 2 + w**2 * s2
    assert formula == pytest.approx(variance, rel=1e-12)


def test_no_other_gain_or_scale_is_better_for_one_direction():
    eigenvalue, variance = 2.0, 0.5

    def one(parameters):
        w, a, log_s2 = parameters
        s2 = np.exp(log_s2)
        sse = eigenvalue * (1 - w * a) ** 2 + w**2 * s2
        rate = (a**2 * eigenvalue + s2 - 1 - log_s2) / 2
        return sse / (2 * variance) + rate

    found = minimize(one, (1.0, 0.3, -0.3), tol=1e-12).x
    w, s2 = 1.5**0.5, 0.25
    expected = (w, w / eigenvalue, np.log(s2))
    assert found == pytest.approx(expected, abs=1e-4)


@pytest.mark.equation("eq:curve-water")
@pytest.mark.parametrize("variance", VARIANCES)
def test_rate_and_error_are_those_of_the_linear_vae(variance):
    weights = best(variance)
    rate, sse = linear_vae(EIGENVALUES, variance)
    torch.testing.assert_close(rates(weights).sum(), rate)
    torch.testing.assert_close(squared_error(weights, EIGENVALUES), sse)


@pytest.mark.parametrize("variance", VARIANCES)
def test_no_gradient_is_left_at_the_best_linear_vae(variance):
    weights = Weights(*(w.requires_grad_() for w in best(variance)))
    loss(weights, EIGENVALUES, variance).backward()
    for weight in weights:
        assert weight.grad.abs().max() < 1e-9


def nearby(variance, seed):
    """The best linear VAE after a small random step."""
    made = {"generator": seeded(seed), "dtype": torch.float64}
    weights = best(variance)
    steps = [torch.randn(w.shape, **made) for w in weights]
    moved = zip(weights, steps, strict=True)
    return Weights(*(w + 0.005 * step for w, step in moved))


@pytest.mark.equation("eq:curve-floor")
@pytest.mark.parametrize("variance", VARIANCES)
def test_no_network_lies_below_a_tangent_and_near_ones_close_by(
    variance,
):
    rate, sse = place(variance)
    floor = rate + sse / (2 * variance)
    for seed in range(20):
        found = loss(nearby(variance, seed), EIGENVALUES, variance)
        assert 0 < found.item() - floor < 0.02 * floor


@pytest.mark.equation("eq:curve-linear-slope")
@pytest.mark.parametrize("variance", [1.7, 0.5, 0.1, 0.02])
def test_the_linear_curve_is_as_steep_as_twice_the_variance(variance):
    (r1, s1), (r2, s2) = (
        place(1.001 * variance),
        place(variance / 1.001),
    )
    slope = (s2 - s1) / (r2 - r1)
    assert slope == pytest.approx(-2 * variance, rel=1e-5)


def test_the_eigenvalues_of_the_page_are_those_of_the_digits():
    eigenvalues = eigenvalues_of("digits")
    rate, sse = linear_vae(eigenvalues, 0.5)
    assert (eigenvalues > 0.5).sum() == 3
    assert 0 < rate < 1
    assert sse < eigenvalues.sum()
