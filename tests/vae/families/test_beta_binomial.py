"""A binomial with a doubtful probability."""

import pytest
import torch
from scipy.stats import betabinom
from torch.nn.functional import softplus

from snippets.vae.families import BetaBinomial, Binomial
from snippets.vae.families.beta_binomial import FLOOR

PAIRS = [(-9.0, 2.0), (0.0, 0.0), (3.0, -2.0), (30.0, 12.0)]


def decoded(pair):
    return torch.tensor([[pair]], dtype=torch.float64)


@pytest.mark.equation("eq:likelihood-beta-binomial")
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("levels", [16, 255])
def test_the_masses_are_scipys(pair, levels):
    alpha, beta = (softplus(decoded(pair)[0, 0]) + FLOOR).tolist()
    known = betabinom(levels, alpha, beta).logpmf(range(levels + 1))
    torch.testing.assert_close(
        BetaBinomial(levels).table(decoded(pair))[0, 0],
        torch.tensor(known),
    )


@pytest.mark.parametrize("pair", PAIRS)
def test_the_mean_is_the_share_of_alpha(pair):
    alpha, beta = (softplus(decoded(pair)[0, 0]) + FLOOR).tolist()
    mean = BetaBinomial(16).mean(decoded(pair)).item()
    assert mean == pytest.approx(16 * alpha / (alpha + beta))


def test_alpha_and_beta_of_one_make_every_count_as_likely():
    one = (
        torch.tensor(1 - FLOOR, dtype=torch.float64)
        .expm1()
        .log()
        .item()
    )
    masses = BetaBinomial(16).table(decoded((one, one))).exp()
    torch.testing.assert_close(masses, torch.full_like(masses, 1 / 17))


def test_large_parameters_leave_a_binomial():
    sure = BetaBinomial(16).table(decoded((1e7, 3e7)))
    logit = torch.tensor(1 / 3, dtype=torch.float64).log()
    known = Binomial(16).table(logit[None, None, None])
    torch.testing.assert_close(sure, known, rtol=1e-4, atol=1e-4)


def test_float32_keeps_the_digits_of_255_levels():
    pair = decoded((90.0, 80.0))
    law = BetaBinomial(255)
    torch.testing.assert_close(
        law.table(pair.float()),
        law.table(pair).float(),
        rtol=1e-6,
        atol=1e-6,
    )
