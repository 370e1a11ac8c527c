"""Shares of bells, masses of grey levels, pixels that were seen."""

import pytest
import torch
from scipy.stats import norm

from snippets.measures import units
from snippets.sweeps import gaussian


def test_half_of_a_bell_lies_below_its_middle():
    loc = torch.tensor([0.0, 1.0, 0.5])
    share = units.outside(loc, 1e-4)
    torch.testing.assert_close(share, torch.tensor([0.5, 0.5, 0.0]))


def test_a_wide_bell_leaves_little_between_paper_and_ink():
    share = units.outside(torch.tensor([0.3]), 392.0).item()
    inside = norm.cdf(1, 0.3, 392**0.5) - norm.cdf(0, 0.3, 392**0.5)
    assert share == pytest.approx(1 - inside, abs=1e-6)
    assert share > 0.97


@pytest.mark.parametrize("scale", [0.02, 0.2, 0.7])
def test_the_grey_levels_share_out_the_whole_bell(scale):
    counts = torch.arange(256).float()
    loc = torch.full_like(counts, 0.1)
    mass = units.bin_mass(counts, loc, scale, 255)
    assert (mass >= 0).all()
    assert mass.sum().item() == pytest.approx(1, abs=1e-12)
    assert mass[0].item() == pytest.approx(
        norm.cdf(0.5, 25.5, 255 * scale), abs=1e-6
    )


@pytest.mark.parametrize("scale", [0.2, 0.7])
def test_sharing_the_waste_keeps_the_ratios_of_the_levels(scale):
    counts = torch.arange(256).float()
    loc = torch.full_like(counts, 0.1)
    shared = units.shared_mass(counts, loc, scale, 255)
    assert shared.sum().item() == pytest.approx(1, abs=1e-9)
    inner = shared[1:-1] / units.bin_mass(counts, loc, scale, 255)[1:-1]
    torch.testing.assert_close(inner, inner[:1].expand_as(inner))
    assert inner[0] > 1.2
    # The open end gives paper far more than its even share.
    opened = units.bin_mass(counts, loc, scale, 255)[0]
    assert opened > 20 * shared[0]


def test_within_the_ends_a_mass_is_width_times_density():
    count = torch.tensor([100.0])
    mass = units.bin_mass(count, torch.tensor([0.4]), 0.35, 255)
    density = norm.pdf(100 / 255, 0.4, 0.35)
    assert mass.item() == pytest.approx(density / 255, rel=1e-5)


def test_bits_of_a_density_are_those_of_its_levels():
    count, loc = torch.tensor([100.0]), torch.tensor([0.4])
    nats = -norm.logpdf(100 / 255, 0.4, 0.35)
    mass = units.bin_mass(count, loc, 0.35, 255)
    bits = units.bits_of_levels(nats, 1, 255)
    assert bits == pytest.approx(-mass.log2().item(), abs=1e-4)


def test_only_pixels_predicted_near_the_place_are_seen(monkeypatch):
    x = torch.tensor([[0.0, 0.9, 0.5, 0.95]])
    m = torch.tensor([[0.3, 0.33, 0.9, 0.1]])

    class Data:
        def images(self, part, view):
            return x

    class Fake:
        model = None

    fakes = {
        "load": lambda name: Data(),
        "trained": lambda run: Fake(),
        "reconstructions": lambda *_, seed: m,
    }
    for name, fake in fakes.items():
        monkeypatch.setattr(units, name, fake)
    found = units.seen_near(gaussian(0.5)[0])
    assert found["density"] == pytest.approx([2.5, 0, 0, 0, 2.5])
    assert found["scatter"] == pytest.approx((0.4149 / 2) ** 0.5)
    assert found["close"] == 0
