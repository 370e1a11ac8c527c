"""Constant pixels, floors, and a network that knows all by heart."""

import math

import pytest
import torch
from scipy.integrate import quad
from torch.distributions import Independent, Normal, kl_divergence

from snippets.measures.floors import alone, moved, still
from snippets.vae.dataset import load, seeded
from snippets.why_not_mse.the_data_choose_the_variance import best_nats


def missed_by(error, pixels=50, images=4):
    """Images, and means that miss by this mean squared error."""
    x = torch.rand(images, pixels, generator=seeded(0)).double()
    return x, x + math.sqrt(error)


@pytest.mark.equation("eq:choose-still")
def test_an_exact_pixel_costs_less_without_end():
    still_pixel = torch.tensor(0.0).double()
    for scale in (1e-1, 1e-10, 1e-100):
        cost = -Normal(still_pixel, scale).log_prob(still_pixel)
        expected = math.log(scale) + math.log(2 * math.pi) / 2
        assert cost.item() == pytest.approx(expected)
    assert expected < -200


@pytest.mark.equation("eq:choose-count")
def test_each_tenth_of_the_floor_gains_log_10_for_a_constant_pixel():
    x = load("digits").images("train", "grey").double()
    gain = alone(x, 1e-4) - alone(x, 1e-3)
    expected = -len(still(x)) * math.log(10)
    assert gain == pytest.approx(expected)


def test_without_a_floor_a_position_has_its_own_variance():
    x = torch.rand(200, 3, generator=seeded(0)).double()
    law = Normal(x.mean(0), x.std(0, correction=0))
    expected = -law.log_prob(x).sum(-1).mean().item()
    assert alone(x, 1e-6) == pytest.approx(expected)


@pytest.mark.equation("eq:choose-surprise")
def test_a_surprise_at_the_floor_costs_the_square_over_the_floor():
    m, x, floor = torch.tensor(0.0).double(), 1 / 16, 1e-4
    law = Normal(m, floor)
    extra = law.log_prob(m) - law.log_prob(m + x)
    assert extra.item() == pytest.approx((x - 0) ** 2 / (2 * floor**2))


def test_one_test_image_has_ink_where_no_training_image_has():
    seen = moved()
    assert seen["positions"] == [0, 32, 39, 56]
    assert (seen["moving"], seen["images"]) == ([56], [7])


@pytest.mark.equation("eq:choose-shared")
def test_constant_pixels_dilute_the_error_and_no_more():
    x, loc = missed_by(0.04, pixels=30)
    more = torch.zeros(len(x), 10).double()
    wide, wide_loc = (
        torch.cat([x, more], -1),
        torch.cat([loc, more], -1),
    )
    diluted = (wide - wide_loc).square().mean()
    torch.testing.assert_close(
        diluted, 30 / 40 * (x - loc).square().mean()
    )
    assert best_nats(wide, wide_loc).isfinite()


@pytest.mark.equation("eq:choose-memory")
def test_a_network_that_knows_all_by_heart_has_no_least_loss():
    pixels, latents = 12, 3
    draw = torch.randn(
        pixels + 5, latents, generator=seeded(0)
    ).double()
    decoder, means = draw[:pixels], draw[pixels:]
    slope = decoder.square().sum()  # the c of the page
    prior = Independent(Normal(torch.zeros(latents).double(), 1.0), 1)

    def loss(s):
        """Images are decoder @ means: only the noise of z misses."""
        q = Independent(Normal(means, torch.full_like(means, s)), 1)
        error = s**2 * slope / pixels
        nats = pixels / 2 * (2 * math.pi * math.e * error).log()
        return nats + kl_divergence(q, prior).mean()

    noise = torch.randn(20000, latents, generator=seeded(1)).double()
    seen = (0.1 * noise @ decoder.T).square().sum(-1).mean()
    assert seen.item() == pytest.approx(0.01 * slope.item(), rel=0.02)
    fall = loss(1e-4) - loss(1e-2)
    expected = (pixels - latents) * math.log(1e-2)
    assert fall.item() == pytest.approx(expected, abs=1e-3)


@pytest.mark.equation("eq:choose-round")
@pytest.mark.parametrize("levels", [16, 255])
def test_rounding_misses_by_a_twelfth_of_the_squared_step(levels):
    step = 1 / levels
    area, _ = quad(lambda r: r * r / step, -step / 2, step / 2)
    assert area == pytest.approx(step**2 / 12)
