"""The sigmoid inside the loss, twice, and not at all."""

import math

import pytest
import torch
from torch.distributions import Bernoulli

from snippets.vae.dataset import seeded
from snippets.why_bernoulli.cross_entropy_is_bernoulli import (
    coin_tosses,
    compared,
    cross_entropy,
    from_logits,
    of_ways,
)


def images_and_logits(images=20, pixels=30):
    noise = torch.randn(2, images, pixels, generator=seeded(0))
    return (noise[0] > 0).double(), 3 * noise[1].double()


@pytest.mark.equation("eq:log-m", "eq:log-not-m")
def test_logarithms_of_the_coin_from_its_logit():
    _, logits = images_and_logits()
    rest = (1 + logits.exp()).log()
    m = logits.sigmoid()
    torch.testing.assert_close(m.log(), logits - rest)
    torch.testing.assert_close((1 - m).log(), -rest)


@pytest.mark.equation("eq:logits")
def test_the_form_from_logits_is_the_same_number():
    x, logits = images_and_logits()
    same = coin_tosses(x, logits.sigmoid())
    torch.testing.assert_close(from_logits(x, logits), same)


@pytest.mark.equation("eq:logits")
def test_the_form_from_logits_is_finite_where_the_coin_is_certain():
    logits = torch.tensor([200.0])
    assert from_logits(torch.zeros(1), logits).item() == 200.0
    certain = cross_entropy(torch.ones(1), logits.sigmoid())
    assert certain.isnan()


@pytest.mark.equation("eq:slope")
def test_the_slope_is_forecast_minus_outcome():
    x, logits = images_and_logits()
    logits.requires_grad_()
    from_logits(x, logits).sum().backward()
    torch.testing.assert_close(logits.grad, logits.sigmoid() - x)


def test_two_places_for_the_sigmoid_differ_by_rounding_alone():
    x, logits = images_and_logits()
    ways = compared(x.float(), logits.float())
    assert 0 < ways["placement"] < 1e-11
    assert ways["differ"] < 1e-6
    expected = coin_tosses(x, logits.sigmoid()).mean().item()
    assert ways["cost"] == pytest.approx(expected, rel=1e-6)


def test_with_two_sigmoids_no_decoder_gets_below_the_floor():
    x, logits = images_and_logits()
    floor = compared(x.float(), logits.float())["twice"]
    for decoded in (logits, 100 * logits, 1000 * (x - 0.5)):
        twice = from_logits(x, decoded.sigmoid()).mean().item()
        assert twice >= floor - 1e-6
    # The last is right about every pixel, so it reaches the floor.
    assert twice == pytest.approx(floor, abs=1e-6)


def test_two_sigmoids_cannot_forecast_paper():
    low, high = torch.tensor([-1e6, 1e6]).sigmoid().sigmoid().tolist()
    assert (low, high) == pytest.approx((1 / 2, 1 / (1 + 1 / math.e)))
    blank = from_logits(torch.zeros(784), torch.zeros(784))
    assert blank.item() == pytest.approx(784 * math.log(2))


def test_without_any_sigmoid_the_logarithm_fails():
    x, logits = torch.ones(2), torch.tensor([2.0, -2.0])
    assert cross_entropy(x, logits).isnan()
    with pytest.raises(ValueError, match="probs"):
        Bernoulli(probs=logits)


def test_the_worst_network_is_the_one_that_is_told():
    ways = {"differ": [2e-7, 3e-8], "placement": [2e-14, 3e-13]}
    ways |= {"cost": [100.0, 102.0], "twice": [504.0, 504.0]}
    ways |= {"lowest": [-20.0, -38.2], "highest": [8.0, 10.1]}
    said = of_ways(ways)
    assert (said["differ"], said["placement"]) == ("10⁻⁶", "10⁻¹²")
    assert (said["lowest"], said["highest"]) == ("−38", "10")
    assert said["cost"] == "101\u00a0±\u00a01"
