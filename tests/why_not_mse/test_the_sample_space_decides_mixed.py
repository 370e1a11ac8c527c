import math

import pytest
import torch
from torch.distributions import Bernoulli, Normal

from snippets.vae.dataset import seeded
from snippets.vae.model import initialise, perceptron
from snippets.why_not_mse import the_sample_space_decides as page

BITS, REALS = 3, 2


def record():
    """Five codes, and records that go with them."""
    draw = torch.randn(5, 2 + BITS + REALS, generator=seeded(0))
    z, b, y = draw.split([2, BITS, REALS], -1)
    return z, (b > 0).float(), y


@pytest.mark.equation("eq:guide-sum")
def test_logarithms_add_whatever_the_laws():
    _, b, y = record()
    logits, loc = 0.3 * torch.ones_like(b), 0.1 * torch.ones_like(y)
    scale = torch.tensor([0.5, 2.0])
    ours = page.mixed_log_prob(b, y, logits, loc, scale)
    product = torch.ones(5)
    for i in range(BITS):
        product *= (
            Bernoulli(logits=logits[:, i]).log_prob(b[:, i]).exp()
        )
    for j in range(REALS):
        law = Normal(loc[:, j], scale[j])
        product *= law.log_prob(y[:, j]).exp()
    torch.testing.assert_close(ours, product.log())


@pytest.mark.equation("eq:guide-unit")
def test_a_smaller_unit_weighs_a_squared_error_by_its_square():
    _, _, y = record()
    m = torch.zeros_like(y)
    c = 100.0
    inflated = (c * y - c * m).square().sum(-1)
    torch.testing.assert_close(
        inflated, c**2 * (y - m).square().sum(-1)
    )


def slopes(unit, learned):
    """Gradient on the layer that both kinds share, by kind."""
    z, b, y = record()
    network = perceptron((2, 4, BITS + REALS))
    initialise(network, 0)
    logits, loc = network(z).split([BITS, REALS], -1)
    y, loc = unit * y, unit * loc
    scale = torch.full((REALS,), math.sqrt(0.5))
    if learned:
        scale = (y - loc).square().mean(0).sqrt()
    pair = (
        -Bernoulli(logits=logits).log_prob(b).sum(),
        -Normal(loc, scale).log_prob(y).sum(),
    )
    whole = -page.mixed_log_prob(b, y, logits, loc, scale).sum()
    torch.testing.assert_close(whole, sum(pair))
    weight = network[0].weight
    return [
        torch.autograd.grad(part, weight, retain_graph=True)[0].norm()
        for part in pair
    ]


def test_with_a_fixed_sigma_the_unit_decides_who_is_heard():
    (bits, metres), (same, mm) = slopes(1.0, False), slopes(1e3, False)
    torch.testing.assert_close(bits, same)
    torch.testing.assert_close(mm / metres, torch.tensor(1e6))


def test_with_a_sigma_for_each_variable_no_unit_decides():
    base = slopes(1.0, True)
    for unit in (1e3, torch.tensor([1.0, 1e3])):
        other = slopes(unit, True)
        torch.testing.assert_close(other, base, rtol=1e-5, atol=0)


@pytest.mark.parametrize(("over", "weight"), [(0, 1.0), ((0, 1), 1e6)])
def test_one_sigma_for_two_units_brings_the_weight_back(over, weight):
    pulls = []
    for unit in (1.0, 1e3):
        c = torch.tensor([1.0, unit]).double()
        y = c * torch.tensor([[1.0, 2.0], [3.0, -1.0]])
        loc = torch.zeros(REALS).double().requires_grad_()
        scale = y.square().mean(over).sqrt()  # of the misses, too
        cost = -Normal(c * loc, scale).log_prob(y).sum()
        (first, second) = torch.autograd.grad(cost, loc)[0]
        pulls.append(second / first)
    assert (pulls[1] / pulls[0]).item() == pytest.approx(weight)


@pytest.mark.equation("eq:guide-channels")
def test_what_channels_share_has_passed_through_the_code():
    weights = torch.tensor([0.2, 0.5, 0.3])  # of three codes
    m = torch.tensor([[0.1, 0.3], [0.6, 0.5], [0.9, 0.8]])
    means = weights @ m
    shared = weights @ (m[:, 0] * m[:, 1]) - means[0] * means[1]
    both = torch.zeros(2, 2)
    for w, (first, second) in zip(weights, m, strict=True):
        p = [torch.stack([1 - q, q]) for q in (first, second)]
        both += w * torch.outer(*p)
    x = torch.tensor([0.0, 1.0])
    covariance = x @ both @ x - (both.sum(1) @ x) * (both.sum(0) @ x)
    torch.testing.assert_close(covariance, shared)
    assert shared > 0.03
