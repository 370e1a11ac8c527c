import math

import pytest
import torch
from scipy.integrate import quad
from torch.distributions import Bernoulli
from torch.distributions import ContinuousBernoulli as Library

from snippets.measures.tilts import unnormalised
from snippets.why_bernoulli.cross_entropy_is_no_grey_density import (
    area,
    grey_nats,
)

LOGITS = torch.tensor([-7.0, -2.2, -0.3, 0.4, 3.0]).double()
M = LOGITS.sigmoid()
X = torch.linspace(0, 1, 33).double()[:, None]
CURVES = M**X * (1 - M) ** (1 - X)


@pytest.mark.equation("eq:density-tilt")
def test_exp_of_minus_cross_entropy_is_an_exponential_curve():
    law = Bernoulli(logits=LOGITS, validate_args=False)
    torch.testing.assert_close(law.log_prob(X).exp(), CURVES)
    tilt = (LOGITS * X).exp() / (1 + LOGITS.exp())
    torch.testing.assert_close(tilt, CURVES)


@pytest.mark.equation("eq:density-two")
def test_its_normaliser_is_that_of_two_points():
    ends = CURVES[0] + CURVES[-1]
    torch.testing.assert_close(ends, torch.ones_like(M))
    total = (LOGITS * torch.tensor([[0.0], [1.0]])).exp().sum(0)
    torch.testing.assert_close(total, 1 + LOGITS.exp())


@pytest.mark.equation("eq:density-integral", "eq:density-area")
def test_the_area_is_the_integral():
    for logit, m in zip(LOGITS.tolist(), M.tolist(), strict=True):
        tilted, _ = quad(lambda x, a=logit: math.exp(a * x), 0, 1)
        assert tilted == pytest.approx(math.expm1(logit) / logit)
        below, _ = quad(lambda x, m=m: m**x * (1 - m) ** (1 - x), 0, 1)
        assert below == pytest.approx((2 * m - 1) / logit)
        ours = area(torch.tensor(logit, dtype=torch.float64))
        assert below == pytest.approx(ours.item())


@pytest.mark.equation("eq:density-means")
def test_the_curve_lies_below_its_chord():
    chord = X * M + (1 - X) * (1 - M)
    assert (chord - CURVES).amin() > -1e-12
    assert (chord - CURVES).amax() > 0.1


@pytest.mark.equation("eq:density-half")
def test_the_area_is_one_half_at_most_and_only_in_the_middle():
    below = area(torch.arange(-300, 301).double() / 10)
    assert below.max().item() == area(torch.zeros(1)).item() == 0.5
    assert below.argmax() == 300
    assert below[0] < 0.04


@pytest.mark.equation("eq:density-ends")
@pytest.mark.parametrize("levels", [2, 16, 255])
def test_as_probabilities_of_counts_the_ends_alone_make_one(levels):
    for m in M.tolist():
        curve = unnormalised(m, levels)
        assert curve[0] + curve[-1] == pytest.approx(1)
        between = torch.linspace(0, math.log(m / (1 - m)), levels + 1)
        rest = between[1:-1].double().exp().sum().item() * (1 - m)
        assert sum(curve) == pytest.approx(1 + rest, rel=1e-5)


@pytest.mark.equation("eq:density-cost")
def test_the_cost_with_its_normaliser_is_the_librarys():
    x = X.expand(-1, len(LOGITS))
    ours = grey_nats(x, LOGITS.expand_as(x))
    law = Library(logits=LOGITS)
    torch.testing.assert_close(ours, -law.log_prob(x))
    below = -CURVES.log() + area(LOGITS).log()
    torch.testing.assert_close(ours, below)


@pytest.mark.equation("eq:density-constant")
def test_the_factor_is_an_inverse_hyperbolic_tangent_of_two_or_more():
    factor = 2 * torch.atanh(1 - 2 * M) / (1 - 2 * M)
    torch.testing.assert_close(factor, 1 / area(LOGITS))
    torch.testing.assert_close(factor, LOGITS / (2 * M - 1))
    assert (factor > 2).all()


def test_a_fine_grid_has_the_area_of_the_interval():
    exact = torch.expm1(LOGITS) / LOGITS
    off = []
    for levels in (100, 1000):
        x = torch.linspace(0, 1, levels + 1).double()[:, None]
        mean = (LOGITS * x).exp().mean(0)
        off.append((mean / exact - 1).abs().max().item())
    assert off[1] < 0.11 * off[0] < 0.01


def test_three_forecasts_of_the_weather_do_not_add_up():
    rain, half, sun = unnormalised(0.7, 2)
    assert (rain, sun) == pytest.approx((0.3, 0.7))
    assert half == pytest.approx(math.sqrt(0.3 * 0.7))
    assert rain + half + sun > 1.4


def test_on_binary_pixels_the_density_has_no_largest_value():
    nats = [
        grey_nats(torch.zeros(1), torch.tensor([logit])).item()
        for logit in (-10.0, -100.0, -1000.0)
    ]
    assert nats == pytest.approx(
        [-math.log(a) for a in (10, 100, 1000)], abs=1e-3
    )
