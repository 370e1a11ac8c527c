"""Losses below zero, gains in any unit, and probabilities."""

import math

import pytest
import torch
from scipy.integrate import quad
from scipy.stats import norm

from snippets.vae.dataset import seeded
from snippets.vae.families import DiscretisedGaussian
from snippets.why_not_mse.the_data_choose_the_variance import best_nats


def missed_by(error, pixels=50, images=4):
    """Images, and means that miss by this mean squared error."""
    x = torch.rand(images, pixels, generator=seeded(0)).double()
    return x, x + math.sqrt(error)


@pytest.mark.equation("eq:choose-negative")
def test_the_pixel_term_is_negative_from_a_known_error_on():
    edge = 1 / (2 * math.pi * math.e)
    assert best_nats(*missed_by(0.99 * edge)) < 0
    assert best_nats(*missed_by(1.01 * edge)) > 0


@pytest.mark.equation("eq:choose-gain")
@pytest.mark.parametrize("unit", [1.0, 255.0])
def test_a_gain_is_the_same_in_every_unit(unit):
    pair = {
        name: missed_by(e) for name, e in (("a", 0.09), ("b", 0.04))
    }
    rates = {"a": 5.0, "b": 9.0}
    losses = {
        name: best_nats(unit * x, unit * loc) + rates[name]
        for name, (x, loc) in pair.items()
    }
    gain = 50 * math.log(0.2 / 0.3) + rates["b"] - rates["a"]
    assert (losses["b"] - losses["a"]).item() == pytest.approx(gain)


@pytest.mark.equation("eq:choose-mass")
@pytest.mark.parametrize("scale", [1e-3, 0.01, 0.3])
def test_a_grey_level_has_the_area_of_its_bin_and_at_most_one(scale):
    levels, loc = 16, 0.5
    law = DiscretisedGaussian(levels, 1e-4)
    raw = math.log(scale - 1e-4)
    decoded = torch.tensor([[[0.0, raw]]], dtype=torch.float64)
    bell = norm(loc, scale)
    for k in (7, 8, 9):
        mass = law.log_prob(torch.tensor([[k]]).double(), decoded)
        low, high = (k - 0.5) / levels, (k + 0.5) / levels
        middle = [loc] if k == 8 else None
        area, _ = quad(bell.pdf, low, high, points=middle)
        assert mass.exp().item() == pytest.approx(area, abs=1e-9)
        assert mass <= 0
