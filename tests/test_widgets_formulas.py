"""The formulas of the page, against the snippets and torch."""

import math

import numpy as np
import pytest
import torch
from torch.nn.functional import binary_cross_entropy

from snippets.measures.reductions import SHARES, implied_variance


def test_the_implied_variance_is_that_of_the_snippet(compute):
    sizes = {"pixels": 12_288, "latents": 128, "batch": 64}
    losses = [
        {"error": e, "rate": r, "errorWeight": a, "rateWeight": b}
        for e in SHARES
        for r in SHARES
        for a, b in ((1.0, 1.0), (0.5, 1.0), (1.0, 0.00025))
    ]
    found = compute(
        "return given.map(parts.variance.impliedVariance);",
        [{**loss, **sizes} for loss in losses],
        "variance",
    )
    expected = [
        implied_variance(
            loss["error"],
            loss["rate"],
            **sizes,
            error_weight=loss["errorWeight"],
            rate_weight=loss["rateWeight"],
        )
        for loss in losses
    ]
    assert found == pytest.approx(expected, rel=1e-12)


def cost_and_slope(loss, logit):
    logit.grad = None
    cost = loss(logit.sigmoid())
    cost.backward()
    return [cost.item(), logit.grad.item()]


def by_autograd(x, m, variance):
    target = torch.tensor(x, dtype=torch.float64)
    logit = torch.tensor(m, dtype=torch.float64).logit()
    logit.requires_grad_()
    entropy = torch.special.entr(torch.stack([target, 1 - target]))

    def coins(p):
        cost = binary_cross_entropy(p, target)
        return cost - entropy.sum()

    def bell(p):
        return (target - p) ** 2 / (2 * variance)

    return [cost_and_slope(loss, logit) for loss in (coins, bell)]


@pytest.mark.parametrize("x", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("m", [0.01, 0.5, 0.97])
def test_the_ruler_measures_what_autograd_measures(compute, x, m):
    found = compute(
        """const { coins, bell } =
            parts["loss-ruler"].measured(given);
        return [coins, bell].map((e) => [e.cost, e.slope]);""",
        {"x": x, "m": m, "variance": 0.125},
        "loss-ruler",
    )
    expected = np.array(by_autograd(x, m, 0.125))
    assert np.array(found) == pytest.approx(expected, abs=1e-12)


def mulberry(seed):
    """The generator of the page, in whole numbers of 32 bits."""
    mask, state = 2**32 - 1, seed
    while True:
        state = (state + 0x6D2B79F5) & mask
        t = (state ^ (state >> 15)) * (state | 1) & mask
        t ^= (t + ((t ^ (t >> 7)) * (t | 61) & mask)) & mask
        yield ((t ^ (t >> 14)) & mask) / 2**32


def test_the_same_seed_gives_the_same_sample(compute):
    mean = np.linspace(0, 1, 784)
    found = compute(
        """const draw = (law) => Array.from(parts.twin.viewed(
            Float64Array.from(given), "sample", law, 0.25, 7));
        return [draw("bernoulli"), draw("gaussian")];""",
        mean.tolist(),
        "twin",
    )
    uniform = mulberry(7)
    tossed = [float(next(uniform) < m) for m in mean]
    assert found[0] == tossed
    uniform = mulberry(7)
    pairs = [(next(uniform), next(uniform)) for _ in mean]
    normal = [
        math.sqrt(-2 * math.log(1 - u)) * math.cos(2 * math.pi * v)
        for u, v in pairs
    ]
    expected = mean + 0.5 * np.array(normal)
    assert found[1] == pytest.approx(expected.tolist(), abs=1e-12)
    assert np.std(normal) == pytest.approx(1, abs=0.1)
