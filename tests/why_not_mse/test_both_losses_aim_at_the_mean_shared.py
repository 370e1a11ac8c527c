"""Free numbers for each pixel, shared weights, errors by doubt."""

import numpy as np
import pytest
import torch
from scipy.optimize import brentq
from scipy.special import expit

from snippets.measures.added_nats import split
from snippets.measures.doubt import EDGES, bins, gaps, on_side
from snippets.measures.free_numbers import (
    coins,
    distances,
    fitted,
    squares,
)
from snippets.measures.rulers import GENERATORS, bregman
from snippets.vae.dataset import load, seeded


def one_digit():
    part = load("digits")
    chosen = part.train.labels == 3
    return part.images("train", "grey")[chosen].double()


@pytest.mark.parametrize("loss", [coins, squares])
def test_a_free_number_for_each_pixel_ends_at_the_mean(loss):
    x = one_digit()
    assert (fitted(x, loss, 0) - x.mean(0)).abs().max() < 1e-6


def test_absolute_error_ends_at_the_median():
    x = one_digit()
    ordered, count = x.sort(0).values, len(x)
    m = fitted(x, distances, 0)
    assert (m >= ordered[(count - 1) // 2] - 1e-6).all()
    assert (m <= ordered[count // 2] + 1e-6).all()
    assert (m - x.mean(0)).abs().max() > 0.1


@pytest.mark.equation("eq:aim-shared")
def test_a_shared_weight_sums_the_misses_by_their_bend():
    x = torch.rand(30, generator=seeded(0)).double() * 0.8 + 0.1
    a, b = torch.randn(2, 30, generator=seeded(1)).double()
    w = torch.tensor(0.3).double().requires_grad_()
    m = (a * w + b).sigmoid()
    cost = bregman(GENERATORS["coins"], x, m).sum()
    (slope,) = torch.autograd.grad(cost, w, retain_graph=True)
    moved = a * m * (1 - m)  # the derivative of each m
    expected = ((m - x) / (m * (1 - m)) * moved).sum()
    torch.testing.assert_close(slope, expected)


def test_one_bias_at_many_codes_ends_elsewhere_under_each_loss():
    """One pixel alone, but at four codes: its bend matters."""
    logits = np.array([-3.0, -1.0, 0.0, 2.0])
    x = np.array([0.3, 0.0, 0.2, 1.0])

    def pull(bias, power):
        m = expit(logits + bias)
        return ((m - x) * (m * (1 - m)) ** power).sum()

    coins = brentq(pull, -3, 3, args=(0,))
    squared = brentq(pull, -3, 3, args=(1,))
    assert coins == pytest.approx(-0.336, abs=1e-3)
    assert squared == pytest.approx(-0.752, abs=1e-3)


def test_pixels_are_sorted_by_the_variance_of_their_coin():
    m = torch.tensor([[0.0, 0.5, 0.999, 0.1, 0.7]])
    place = bins(m)
    assert place.tolist() == [[0, len(EDGES), 0, 3, 5]]


def test_gaps_compare_sums_of_errors_bin_by_bin():
    place = torch.arange(len(EDGES) + 1).repeat(2)[None]
    one = torch.ones(place.shape)
    other = torch.ones(place.shape)
    other[0, 0] = 3.0  # the first bin: 2 against 4
    found = gaps(one, other, place)
    assert found[0].item() == pytest.approx(-50)
    assert found[1:].abs().max() < 1e-5


def test_nats_are_split_between_sure_and_doubtful_pixels():
    nats = torch.tensor([[1.0, -2.0], [3.0, 5.0]]).double()
    above = torch.tensor([[True, False], [False, True]])
    assert split(nats, above) == (0.5, 3.0)


def test_a_side_without_pixels_says_nothing():
    one, other = torch.ones(1, 4), 2 * torch.ones(1, 4)
    none = torch.zeros(1, 4, dtype=torch.bool)
    assert on_side([(one, other)], none) == []
    assert on_side([(one, other)], ~none) == [-50.0]
