"""The collapsed state: when is there a way down?"""

import math

import numpy as np
import pytest
import torch
from torch.autograd.functional import hessian

from snippets.measures.spectrum import growth, one_direction

POINTS, SHARES = np.polynomial.hermite_e.hermegauss(40)
NOISE = torch.tensor(POINTS)
WEIGHTS = torch.tensor(SHARES / SHARES.sum())
CASES = [(0.72, 0.5), (0.72, 0.8), (5.2, 4.5), (2.0, 2.0)]


def bend(eigenvalue, variance):
    """Second derivatives in u and w at the collapsed state."""
    one = torch.ones((), dtype=torch.float64)
    zero = torch.zeros(2, dtype=torch.float64)

    def loss(both):
        return one_direction(*both, one, eigenvalue, variance)

    return hessian(loss, zero)


@pytest.mark.equation("eq:collapse-bend")
@pytest.mark.parametrize(("eigenvalue", "variance"), CASES)
def test_the_collapsed_state_bends_as_expanded(eigenvalue, variance):
    def loss(parts):
        u, w, s = parts
        return one_direction(u, w, s**2, eigenvalue, variance)

    mixed = -math.sqrt(eigenvalue) / variance
    rows = [[1, mixed, 0], [mixed, 1 / variance, 0], [0, 0, 2]]
    collapsed = torch.tensor([0.0, 0.0, 1.0], dtype=torch.float64)
    expected = torch.tensor(rows, dtype=torch.float64)
    torch.testing.assert_close(hessian(loss, collapsed), expected)


@pytest.mark.equation("eq:collapse-sign")
@pytest.mark.parametrize(("eigenvalue", "variance"), CASES)
def test_a_faint_code_pays_only_below_the_eigenvalue(
    eigenvalue, variance
):
    u = 1e-3
    parts = (u, u * math.sqrt(eigenvalue), 1.0)
    tensors = (torch.tensor(p, dtype=torch.float64) for p in parts)
    gain = one_direction(*tensors, eigenvalue, variance)
    gain = float(gain) - eigenvalue / (2 * variance)
    expected = u**2 / 2 * (1 - eigenvalue / variance)
    assert gain == pytest.approx(expected, abs=1e-5 * u**2)


def test_a_sigmoid_does_not_move_the_threshold():
    x = torch.tensor([[0.1, 0.4], [0.7, 0.5], [0.4, 0.9]]).double()
    mean, variance = x.mean(0), 0.05
    y = x - mean
    values, vectors = torch.linalg.eigh(torch.cov(y.T, correction=0))
    code = y @ vectors[:, -1] / values[-1].sqrt()
    way = vectors[:, -1] / (mean * (1 - mean))  # in logits

    def loss(both):
        z = both[0] * code[:, None] + NOISE
        m = (mean.logit() + both[1] * z[..., None] * way).sigmoid()
        miss = (x[:, None] - m).square().sum(-1).mean(0) @ WEIGHTS
        return miss / (2 * variance) + both[0] ** 2 / 2

    found = hessian(loss, torch.zeros(2, dtype=torch.float64))
    expected = bend(float(values[-1]), variance)
    torch.testing.assert_close(found, expected)


@pytest.mark.equation("eq:collapse-growth")
@pytest.mark.parametrize("variance", [0.1, 0.7, 5.0])
def test_growth_dies_out_at_the_threshold(variance):
    for excess in (-0.01, 0.01):
        eigenvalue = (1 + excess) * variance
        found = growth(eigenvalue, variance)
        lowest = torch.linalg.eigvalsh(bend(eigenvalue, variance))[0]
        assert found == pytest.approx(-float(lowest))
        near = excess / (1 + variance)
        assert found == pytest.approx(near, rel=0.02)


@pytest.mark.parametrize("variance", [0.1, 0.7, 5.0])
def test_an_encoder_that_reads_pixels_grows_at_another_speed(variance):
    eigenvalue = 1.01 * variance
    one = torch.ones((), dtype=torch.float64)

    def loss(both):
        u = both[0] * math.sqrt(eigenvalue)
        return one_direction(u, both[1], one, eigenvalue, variance)

    found = hessian(loss, torch.zeros(2, dtype=torch.float64))
    speed = -float(torch.linalg.eigvalsh(found)[0])
    near = 0.01 / (variance + 1 / variance)
    assert speed == pytest.approx(near, rel=0.03)
