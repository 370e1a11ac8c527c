"""The grid's version of the continuous Bernoulli."""

from math import log

import pytest
import torch

from snippets.vae.families import (
    ContinuousBernoulli,
    TruncatedGeometric,
)

DOUBLE = torch.float64
SLOPES = [-100.0, -4.1, -1e-6, 0.0, 0.26, 4.0, 90.0]
every_slope = pytest.mark.parametrize("slope", SLOPES)


def decoded(slope):
    return torch.tensor([[[slope]]], dtype=DOUBLE)


@pytest.mark.equation("eq:likelihood-geometric")
@every_slope
@pytest.mark.parametrize("levels", [1, 16, 255])
def test_the_closed_form_is_the_softmax_of_a_ramp(slope, levels):
    ramp = torch.linspace(0, slope, levels + 1, dtype=DOUBLE)
    ours = TruncatedGeometric(levels).table(decoded(slope))[0, 0]
    torch.testing.assert_close(ours, ramp.log_softmax(0))


def test_each_level_is_the_same_factor_from_the_last():
    row = TruncatedGeometric(16).table(decoded(4.0))[0, 0]
    steps = row.diff()
    torch.testing.assert_close(steps, torch.full_like(steps, 0.25))


def test_one_level_is_a_bernoulli():
    row = TruncatedGeometric(1).table(decoded(1.3))[0, 0]
    ink = decoded(1.3).sigmoid().item()
    assert row.exp().tolist() == pytest.approx([1 - ink, ink])


def gap(slope, levels):
    """How far the log density of the grid is from the limit's."""
    x = torch.tensor([[0.0], [0.25], [1.0]]).double()
    grid = TruncatedGeometric(levels)
    limit = ContinuousBernoulli().log_prob(x, decoded(slope))
    masses = grid.log_prob(levels * x, decoded(slope))
    return (masses + log(levels + 1) - limit).abs().max().item()


@pytest.mark.parametrize("slope", [-4.1, 0.26, 4.0])
def test_more_levels_tend_to_the_continuous_bernoulli(slope):
    assert gap(slope, 4000) < 1.1 * gap(slope, 400) / 10 < 1e-3
