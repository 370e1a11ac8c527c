"""Every law of counts, then the two that the library has."""

from math import comb, log

import pytest
import torch
from scipy.stats import binom

from snippets.vae.families import (
    FAMILIES,
    Binomial,
    Categorical,
    Counts,
    ExpectedBernoulli,
)

LAWS = [law for law in FAMILIES.values() if issubclass(law, Counts)]
every_law = pytest.mark.parametrize("family", LAWS)
K = torch.arange(17).double()[:, None]
LOGITS = torch.tensor([-8.0, -0.5, 0.0, 3.0]).double()


def decode(law, size):
    g = torch.Generator().manual_seed(0)
    shape = (3, 4, law.parameters_per_pixel)
    return size * torch.randn(shape, generator=g).double()


@every_law
@pytest.mark.parametrize("levels", [1, 16, 255])
@pytest.mark.parametrize("size", [0, 2, 20])
def test_the_masses_sum_to_one(family, levels, size):
    law = family(levels)
    total = law.table(decode(law, size)).logsumexp(-1)
    assert total.abs().max() < 1e-9


@every_law
def test_the_table_holds_the_log_probabilities(family):
    law = family(16)
    decoded = decode(law, 2)
    rows = law.table(decoded).movedim(-1, 0)
    at = [law.pixel_log_prob(k.expand(3, 4), decoded) for k in K]
    torch.testing.assert_close(rows, torch.stack(at))


@every_law
def test_the_mean_is_that_of_the_table(family):
    law = family(16)
    decoded = decode(law, 2)
    mean = (law.table(decoded).exp() * K[:, 0]).sum(-1)
    torch.testing.assert_close(law.mean(decoded), mean)


@every_law
def test_float32_keeps_the_digits_of_255_levels(family):
    law = family(255)
    decoded = decode(law, 2)
    torch.testing.assert_close(
        law.table(decoded.float()),
        law.table(decoded).float(),
        rtol=2e-6,
        atol=5e-5,
    )


@every_law
def test_no_levels_are_refused(family):
    with pytest.raises(ValueError, match="levels must be 1 or more"):
        family(0)


@pytest.mark.equation("eq:likelihood-binomial")
@pytest.mark.parametrize("logit", LOGITS.tolist())
@pytest.mark.parametrize("levels", [16, 255])
def test_the_binomial_is_scipys(levels, logit):
    at = torch.tensor([[logit]], dtype=torch.float64)
    probs = at.sigmoid().item()
    known = binom(levels, probs).logpmf(range(levels + 1))
    torch.testing.assert_close(
        Binomial(levels).table(at[None])[0, 0], torch.tensor(known)
    )


def test_the_binomial_is_16_cross_entropies_less_the_orders():
    at = LOGITS[:, None, None, None]
    orders = [log(comb(16, k)) for k in range(17)]
    loss = -ExpectedBernoulli().log_prob(K / 16, at)
    nats = -Binomial(16).log_prob(K, at)
    known = 16 * loss - torch.tensor(orders, dtype=torch.float64)
    torch.testing.assert_close(nats, known)


def test_the_binomial_mean_is_levels_times_the_probability():
    mean = Binomial(255).mean(LOGITS[:, None, None])
    torch.testing.assert_close(mean[:, 0], 255 * LOGITS.sigmoid())


@pytest.mark.equation("eq:likelihood-categorical")
def test_the_categorical_is_a_softmax():
    law = Categorical(16)
    decoded = decode(law, 3)
    x = torch.tensor([0.0, 5, 9, 16]).double()
    chosen = decoded.softmax(-1)[:, range(4), [0, 5, 9, 16]]
    torch.testing.assert_close(
        law.log_prob(x, decoded), chosen.log().sum(-1)
    )
