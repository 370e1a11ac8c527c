"""Codes that are not linear, close to the collapsed state."""

import numpy as np
import pytest
import torch
from torch.autograd.functional import hessian

from snippets.vae.dataset import seeded

POINTS, SHARES = np.polynomial.hermite_e.hermegauss(40)
NOISE = torch.tensor(POINTS)
WEIGHTS = torch.tensor(SHARES / SHARES.sum())


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


@pytest.mark.equation("eq:collapse-any")
@pytest.mark.parametrize("seed", range(3))
def test_only_the_middle_term_knows_that_a_code_is_curved(seed):
    generator, variance = seeded(seed), 0.6
    x = torch.randn(100, 3, generator=generator).double()
    y = x - x.mean(0)
    f = (y @ torch.randn(3, generator=generator).double()).tanh()
    f = (f - f.mean()) / f.std(correction=0)
    v = torch.nn.functional.normalize(y[0], dim=0)

    def g(z):
        return (z + 0.5 * z.sin() + 0.3 * z**2) / size

    size = 1.0
    size = (g(NOISE).square() @ WEIGHTS).sqrt()

    def loss(both):
        out = both[1] * g(both[0] * f[:, None] + NOISE)
        miss = (y[:, None] - out[..., None] * v).square().sum(-1)
        return (
            miss.mean(0) @ WEIGHTS / (2 * variance) + both[0] ** 2 / 2
        )

    slope = (NOISE * g(NOISE)) @ WEIGHTS
    mixed = -float((f * (y @ v)).mean() * slope) / variance
    expected = torch.tensor([[1.0, mixed], [mixed, 1 / variance]])
    found = hessian(loss, torch.zeros(2, dtype=torch.float64))
    torch.testing.assert_close(
        found, expected.double(), atol=1e-6, rtol=1e-6
    )


def test_the_strongest_direction_and_a_line_reach_the_bound():
    x = torch.randn(50, 3, generator=seeded(9)).double()
    x = x - x.mean(0)
    values, vectors = torch.linalg.eigh(torch.cov(x.T, correction=0))
    along = x @ vectors[:, -1]
    f = along / along.std(correction=0)
    torch.testing.assert_close((f * along).mean() ** 2, values[-1])
