import math
from itertools import product

import numpy as np
import pytest
import torch
from torch.distributions import Bernoulli, Normal

from snippets.measures import stroke

N, VARIANCE = 3, 0.7
LEFT = torch.tensor([1.0] * N + [0.0] * N).double()
IMAGES = torch.stack([LEFT, 1 - LEFT])
ERRORS = torch.linspace(0.001, 0.499, 250).double()


def expected(cost, error):
    """Mean of cost(x, m) over both places and what the bit says."""
    m = (1 - error) * IMAGES + error * IMAGES.flip(0)
    chance = [[1 - error, error], [error, 1 - error]]
    pairs = product(range(2), range(2))
    return sum(
        chance[x][said] / 2 * cost(IMAGES[x], m[said]).sum()
        for x, said in pairs
    )


@pytest.mark.equation("eq:blur-squares")
@pytest.mark.parametrize("error", [0.0, 0.1, 0.5])
def test_squared_error_of_a_bit_that_is_sometimes_wrong(error):
    found = expected(lambda x, m: (x - m) ** 2, error)
    assert found.item() == pytest.approx(2 * N * error * (1 - error))


@pytest.mark.equation("eq:blur-rate")
def test_a_bit_costs_log_two_less_its_entropy():
    closed = math.log(2) - Bernoulli(ERRORS).entropy()
    torch.testing.assert_close(stroke.rate(ERRORS), closed)
    whole = stroke.rate(torch.zeros(1).double())
    assert whole.item() == pytest.approx(math.log(2))


@pytest.mark.equation("eq:blur-loss")
@pytest.mark.parametrize("error", [0.05, 0.3])
def test_the_gaussian_loss_is_its_log_density_and_the_rate(error):
    def cost(x, m):
        return -Normal(m, math.sqrt(VARIANCE)).log_prob(x)

    constant = N * math.log(2 * math.pi * VARIANCE)
    one = torch.tensor(error).double()
    found = stroke.gaussian_loss(one, N, VARIANCE)
    paid = expected(cost, error) - constant + stroke.rate(one)
    torch.testing.assert_close(found, paid)


@pytest.mark.equation("eq:blur-whole")
@pytest.mark.parametrize("n", [1, 3])
def test_the_whole_bit_pays_below_a_threshold(n):
    silent, whole = torch.tensor([0.5, 0.0]).double()
    for factor in (0.98, 1.02):
        variance = factor * n * stroke.WHOLE_BIT
        without = stroke.gaussian_loss(silent, n, variance)
        paid = stroke.gaussian_loss(whole, n, variance)
        assert (paid < without) == (factor < 1)
        assert (n / (4 * variance) > math.log(2)) == (factor < 1)


@pytest.mark.equation("eq:blur-slope")
def test_a_gaussian_never_buys_the_whole_bit():
    tiny = torch.tensor([0.0, 1e-30]).double()
    whole, part = stroke.gaussian_loss(tiny, 9, 0.5)
    assert part <= whole
    near = torch.tensor([0.0, 1e-9]).double()
    whole, part = stroke.gaussian_loss(near, 1, stroke.WHOLE_BIT)
    assert part < whole
    silent = torch.tensor(0.5).double()
    threshold = stroke.gaussian_loss(silent, 1, stroke.WHOLE_BIT)
    assert whole.item() == pytest.approx(threshold.item())


@pytest.mark.equation("eq:blur-slope")
def test_the_slope_is_that_of_autograd():
    errors = ERRORS.clone().requires_grad_()
    loss = stroke.gaussian_loss(errors, N, VARIANCE).sum()
    (found,) = torch.autograd.grad(loss, errors)
    closed = N / VARIANCE * (1 - 2 * ERRORS)
    closed -= torch.log((1 - ERRORS) / ERRORS)
    torch.testing.assert_close(found, closed)


@pytest.mark.equation("eq:blur-best")
@pytest.mark.parametrize("variance", [0.3, 0.9, 1.4, 1.6, 3.0])
def test_the_best_difference_is_that_of_a_search(variance):
    found = stroke.best_difference(N, variance)
    grid = torch.linspace(0.0, 0.5, 50_001).double()
    losses = stroke.gaussian_loss(grid, N, variance)
    searched = 1 - 2 * grid[losses.argmin()].item()
    assert found == pytest.approx(searched, abs=1e-3)
    right = math.log((1 + found) / (1 - found))
    assert N / variance * found == pytest.approx(right)


@pytest.mark.equation("eq:blur-threshold")
@pytest.mark.parametrize("n", [1, 2, 5])
def test_the_stroke_shows_below_the_variance_of_its_direction(n):
    left = np.array([1.0] * n + [0.0] * n)
    both = np.stack([left, 1 - left])
    largest = np.linalg.eigvalsh(np.cov(both.T, bias=True))[-1]
    assert largest == pytest.approx(n / 2)
    assert stroke.best_difference(n, 0.99 * n / 2) > 0.1
    assert stroke.best_difference(n, 1.01 * n / 2) == 0


@pytest.mark.equation("eq:blur-coins")
def test_coins_buy_the_whole_bit():
    for n in (1, 2, 5):
        loss = stroke.bernoulli_loss(ERRORS, n)
        closed = (2 * n - 1) * Bernoulli(ERRORS).entropy() + math.log(2)
        torch.testing.assert_close(loss, closed)
        assert (loss.diff() > 0).all()


def test_coins_cost_what_both_images_cost():
    error = 0.2

    def cost(x, m):
        return -Bernoulli(m).log_prob(x)

    one = torch.tensor(error).double()
    paid = expected(cost, error) + stroke.rate(one)
    torch.testing.assert_close(stroke.bernoulli_loss(one, N), paid)
