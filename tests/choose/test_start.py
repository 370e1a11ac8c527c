"""Where fits begin, and that they begin alike."""

import pytest
import torch

from snippets.choose.catalogue import LAWS
from snippets.choose.proposing import made
from snippets.choose.start import NARROW, ROWS, WIDE, Lens, alone
from snippets.choose.truths import TRUTHS, rows
from snippets.vae.dataset import seeded

SPACES = {truth.space: truth for truth in TRUTHS.values()}


def started(space, place, x):
    """The start of one law of a space."""
    return alone(made(LAWS[space][place], x, 10), x)


def test_without_a_code_the_best_coin_is_the_mean():
    x = rows(TRUTHS["Bernoulli"], 300, 3, seeded(0))
    start = started("binary", 0, x)
    p = x.mean(0)
    found = start.decoded.flatten().sigmoid()
    torch.testing.assert_close(found, p, atol=0.02, rtol=0)
    unit = (p * (1 - p)).rsqrt()
    torch.testing.assert_close(
        start.unit.flatten(), unit, rtol=0.05, atol=0
    )


def test_rows_beyond_the_first_few_place_a_column_too():
    x = torch.zeros(3 * ROWS, 2)
    x[ROWS:] = 1.0
    start = started("binary", 0, x)
    found = start.decoded.flatten().sigmoid()
    assert found.min() > 0.6
    assert found.max() < 0.73


def test_the_unit_of_a_log_rate_is_the_relative_spread():
    x = rows(TRUTHS["Poisson"], 300, 3, seeded(0))
    start = started("unbounded", 0, x)
    unit = x.std(0) / x.mean(0)
    torch.testing.assert_close(
        start.unit.flatten(), unit, rtol=0.1, atol=0
    )


@pytest.mark.parametrize("space", SPACES)
def test_every_law_has_a_start_and_a_unit(space):
    x = rows(SPACES[space], 200, 3, seeded(1))
    for place in range(len(LAWS[space])):
        start = started(space, place, x)
        assert start.decoded.isfinite().all()
        assert (start.unit >= NARROW).all()
        assert (start.unit <= WIDE).all()


@pytest.mark.parametrize("space", SPACES)
def test_the_lens_gives_every_column_one_spread(space):
    x = rows(SPACES[space], 200, 3, seeded(1))
    seen = Lens(space, x)(x)
    assert seen.std(0).min() > 0.6
    assert seen.std(0).max() < 1.1
