from copy import deepcopy

import numpy as np
import pytest
import torch

from snippets.compression.networks import (
    FINE,
    STEP,
    Networks,
    fingerprint,
    settled,
)
from snippets.vae.dataset import seeded
from snippets.vae.families import Bernoulli, BetaBinomial, Binomial
from snippets.vae.model import VAE


def vae(law, seed=0):
    return VAE(9, (16,), 4, law, seed).eval().requires_grad_(False)


@pytest.mark.parametrize(
    "law", [Bernoulli(), BetaBinomial(16), Binomial(7)], ids=repr
)
def test_the_table_is_the_likelihood_of_every_value(law):
    model = vae(law)
    k = np.array([10, -64, 0, 200], np.int32)
    found = Networks(model).pixels(k)
    assert found.shape == (9, law.levels + 1)
    np.testing.assert_allclose(found.sum(-1), 1)
    decoded = model.decode(torch.from_numpy(k) * STEP)
    for value in range(law.levels + 1):
        x = torch.full((9,), float(value))
        log_prob = law.pixel_log_prob(x, decoded)
        np.testing.assert_allclose(
            np.log(found[:, value]), log_prob, atol=5e-4
        )


def test_the_posterior_is_counted_in_steps():
    model, x = vae(Bernoulli()), np.ones(9, np.int32)
    loc, scale = Networks(model).posterior(x)
    law = model.posterior(torch.ones(9))
    np.testing.assert_allclose(loc * STEP, law.loc, atol=1e-5)
    np.testing.assert_allclose(scale * STEP, law.scale, atol=1e-5)


def test_a_difference_in_the_last_digit_is_rounded_away():
    double = {"generator": seeded(0), "dtype": torch.float64}
    said = torch.randn(100_000, **double)
    other = said * (1 + 1e-15)
    assert (said != other).any()
    assert settled(said).equal(settled(other))
    assert (settled(said) - said).abs().max() <= 0.5 / FINE


def test_the_model_itself_stays_in_single_precision():
    model = vae(Bernoulli())
    Networks(model)
    assert next(model.parameters()).dtype == torch.float32


def test_a_fingerprint_changes_with_one_weight_or_the_law():
    model = vae(Bernoulli())
    other = deepcopy(model)
    other.decoder[0].weight[0, 0] += 1e-6
    prints = {
        fingerprint(each)
        for each in (model, other, vae(Binomial(1)), vae(Binomial(2)))
    }
    assert len(prints) == 4
    assert fingerprint(model) == fingerprint(deepcopy(model))
