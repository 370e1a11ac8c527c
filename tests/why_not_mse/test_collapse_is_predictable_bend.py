"""The collapsed state: when is there a way down?"""

import math

import numpy as np
import pytest
import torch
from torch.autograd.functional import hessian

from snippets.measures.spectrum import growth, one_direction
from snippets.vae.dataset import seeded

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
    mixed = -math.sqrt(eigenvalue) / variance
    expected = torch.tensor([[1.0, mixed], [mixed, 1 / variance]])
    found = bend(eigenvalue, variance)
    torch.testing.assert_close(found, expected.double())


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


@pytest.mark.equation("eq:collapse-any")
@pytest.mark.parametrize("seed", range(5))
def test_no_curved_code_earns_more_than_a_straight_one(seed):
    generator = seeded(seed)
    x = torch.randn(200, 3, generator=generator).double()
    x = (x**3 - x) @ torch.randn(3, 3, generator=generator).double()
    x = x - x.mean(0)
    top = torch.linalg.eigvalsh(torch.cov(x.T, correction=0))[-1]
    f = (x @ torch.randn(3, generator=generator).double()).tanh()
    f = (f - f.mean()) / f.std(correction=0)
    v = torch.randn(3, generator=generator).double()
    v = v / v.norm()
    z = NOISE.clone().requires_grad_()
    shape = torch.randn(3, generator=generator).double()
    g = shape[0] * z + shape[1] * (2 * z).sin() + shape[2] * z**2
    g = g / (g.square() @ WEIGHTS).sqrt().detach()
    slope = torch.autograd.grad(g @ WEIGHTS, z)[0].sum()
    by_parts = (z * g) @ WEIGHTS
    torch.testing.assert_close(slope, by_parts.detach())
    assert (f * (x @ v)).mean() ** 2 * slope**2 <= top


def test_the_strongest_direction_and_a_line_reach_the_bound():
    x = torch.randn(50, 3, generator=seeded(9)).double()
    x = x - x.mean(0)
    values, vectors = torch.linalg.eigh(torch.cov(x.T, correction=0))
    along = x @ vectors[:, -1]
    f = along / along.std(correction=0)
    torch.testing.assert_close((f * along).mean() ** 2, values[-1])


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
