"""The groups of draws, the unit of a pixel, and what is said."""

import math

import numpy as np
import pytest
import torch
from torch.distributions import Normal

from snippets.pages import evaluation
from snippets.vae.dataset import seeded
from snippets.vae.evaluation import evaluate, log_evidence
from snippets.vae.families import Bernoulli
from snippets.vae.model import VAE

MODEL = VAE(6, (5,), 3, Bernoulli(), seed=0)
X = (torch.rand(4, 6, generator=seeded(0)) > 0.5).float()
COUNTS = evaluation.COUNTS
FOUND = {
    "counts": COUNTS,
    "bounds": [
        [-9.0 + i for i in range(len(COUNTS))],
        [-8.0 + i for i in range(len(COUNTS))],
    ],
    "binary": {
        "distortion": [100.0, 102.0],
        "rate": [20.0, 22.0],
        "active": [5, 7],
    },
    "narrow": {"distortion": [-400.0, -402.0], "rate": [40.0, 40.0]},
    "tested": 500,
    "pixels": 784,
    "rows": np.linspace(0, 1, 4 * 10 * 28 * 28).reshape(4, 10, 28, 28),
}


def test_every_count_divides_the_draws():
    assert all(COUNTS[-1] % k == 0 for k in COUNTS)
    assert COUNTS[-1] % evaluation.AT_ONCE == 0


def test_the_first_bound_is_the_elbo_and_the_last_the_estimate():
    found = evaluation.bounds(MODEL, X)
    elbo = evaluate(MODEL, X, samples=5000).elbo.mean()
    torch.testing.assert_close(found[0], elbo, rtol=0, atol=0.1)
    most = COUNTS[-1]
    best = log_evidence(MODEL, X, samples=most, at_once=most).mean()
    torch.testing.assert_close(found[-1], best)


def test_groups_that_nest_never_lower_the_bound():
    nested = [COUNTS.index(k) for k in (1, 10, 50, 100, 500)]
    found = evaluation.bounds(MODEL, X)[nested]
    assert (found.diff() > 0).all()


@pytest.mark.equation("eq:evaluation-density", "eq:evaluation-unit")
def test_in_another_unit_a_gaussian_costs_as_the_bernoulli_of_2015():
    c = evaluation.same_cost(784)
    x = torch.rand(784, generator=seeded(1)).double()
    here = -Normal(0.5, 0.65).log_prob(x).sum().item()
    there = -Normal(c * 0.5, c * 0.65).log_prob(c * x).sum().item()
    assert here - there == pytest.approx(367.81 - 95.174)
    assert evaluation.units(784)["factor"] == f"{c:.2f}"


@pytest.mark.equation("eq:evaluation-floor")
def test_the_gaussian_of_2015_could_not_cost_less_than_its_floor():
    variance = math.exp(-1)
    floor = 784 / 2 * math.log(2 * math.pi * variance)
    assert evaluation.units(784)["floor"] == f"{floor:.1f}"


def test_losses_add_what_belongs_to_one_run():
    assert evaluation.losses(FOUND["binary"]) == [120.0, 124.0]


def test_the_words_carry_means_over_seeds():
    said = evaluation.words(FOUND)
    assert said["loss"] == "122.0\u00a0±\u00a02.8"
    assert said["narrow_loss"] == "−361\u00a0±\u00a01"
    assert said["rise"] == "8.0\u00a0±\u00a00.0"
    assert said["late"] == "1.00\u00a0±\u00a00.00"


def test_bits_are_nats_in_another_unit():
    bits = 122 / math.log(2) / 784
    assert evaluation.words(FOUND)["bits"].startswith(f"{bits:.3f}")


def test_the_alt_text_states_the_rise():
    said = evaluation.draw(FOUND)["evidence.html"]
    assert "they lie 8.0 to 8.0 nats above the ELBO" in said


def test_each_row_of_the_table_has_its_picture():
    drawn = evaluation.draw(FOUND)
    names = [name for name in drawn if name.endswith(".png")]
    assert len(names) == len(FOUND["rows"])
    assert all(name in drawn["rows.html"] for name in names)
