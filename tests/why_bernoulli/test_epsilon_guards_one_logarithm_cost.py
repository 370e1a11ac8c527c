"""What the guard costs where it works, and the form without one."""

import math

import pytest
import torch
from torch.distributions import Bernoulli

from snippets.experiments.saturation import from_logits, question
from snippets.measures.guards import nats_and_slopes

EPSILON = 1e-10


@pytest.mark.equation("eq:eps-cap")
def test_lost_ink_costs_no_more_than_minus_log_epsilon():
    logits = torch.linspace(-800, 0, 801).double()
    nats = question(torch.ones_like(logits), logits)
    assert nats.max().item() == pytest.approx(-math.log(EPSILON))
    assert (nats <= -math.log(EPSILON)).all()
    assert from_logits(torch.ones_like(logits), logits).max() == 800


@pytest.mark.equation("eq:eps-slope")
def test_the_guard_multiplies_the_slope_of_ink():
    logits = torch.linspace(-40, 10, 101).double()
    m = logits.sigmoid()
    _, slopes = nats_and_slopes(question, 1.0, logits)
    expected = -(1 - m) * m / (m + EPSILON)
    torch.testing.assert_close(slopes, expected)
    middle = torch.tensor([math.log(EPSILON)]).double()
    _, slope = nats_and_slopes(question, 1.0, middle)
    assert slope.item() == pytest.approx(-0.5)


@pytest.mark.equation("eq:eps-stable")
@pytest.mark.parametrize("x", [0.0, 0.3, 1.0])
def test_from_logits_the_exponential_never_overflows(x):
    logits = torch.tensor(
        [-1000.0, -30.0, -1.0, 0.0, 2.0, 30.0, 1000.0]
    )
    rest = (1 + (-logits.abs()).exp()).log()
    formula = logits.clamp(min=0) - x * logits + rest
    values = torch.full_like(logits, x)
    torch.testing.assert_close(from_logits(values, logits), formula)
    inner = logits[1:-1].double()
    law = Bernoulli(logits=inner, validate_args=False)
    torch.testing.assert_close(
        formula[1:-1].double(), -law.log_prob(values[1:-1].double())
    )


@pytest.mark.equation("eq:eps-grey")
@pytest.mark.parametrize("x", [0.1, 0.5, 254 / 255])
def test_a_grey_pixel_has_no_slope_at_its_own_logit(x):
    at = math.log(x / (1 - x))
    near = at + torch.tensor([-0.1, 0, 0.1], dtype=torch.float64)
    _, (below, zero, above) = nats_and_slopes(from_logits, x, near)
    assert zero.item() == pytest.approx(0, abs=1e-12)
    assert below < 0 < above
