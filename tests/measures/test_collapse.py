"""What is counted, and what the page refuses to say."""

import re
from dataclasses import replace

import pytest
import torch

from snippets import sweeps
from snippets.measures import collapse
from snippets.measures.collapse import (
    LINEAR,
    PRICE,
    SWEEPS,
    check,
    edge,
    of_networks,
)
from snippets.measures.collapse_longer import LONGER, longer
from snippets.measures.spectrum import eigenvalues_of
from snippets.vae.training import Run, train

TINY = Run(
    data="digits",
    likelihood="gaussian",
    variance=0.02,
    hidden=(8,),
    latents=3,
    epochs=1,
)


@pytest.fixture
def networks(monkeypatch):
    model = train(TINY)
    for row in (1, 2):  # three latents that carry one direction
        last = model.model.encoder[-1]
        last.weight[row] = last.weight[0]
        last.bias[row] = last.bias[0]
    monkeypatch.setattr(collapse, "trained", lambda run: model)
    monkeypatch.setattr(collapse, "scores", lambda runs: {})
    monkeypatch.setattr(collapse, "squared_error", lambda *_: 0.1)
    return of_networks([TINY])


def test_copies_of_a_latent_are_one_direction(networks):
    assert networks["latents"] == [3]
    assert networks["directions"] == [1]


def test_the_loss_is_error_and_rate(networks):
    assert networks["loss"][0] > 64 * 0.1 / (2 * TINY.variance)


def test_a_latent_at_the_threshold_costs_the_price():
    s2 = torch.tensor(0.99)
    cost = (0.01 + s2 - 1 - s2.log()) / 2
    assert pytest.approx(float(cost), rel=1e-3) == PRICE


def counts(*directions):
    return {"directions": directions}


def test_the_edge_is_the_last_variance_that_most_starts_use():
    network = {
        2.0: counts(0, 0, 0),
        1.0: counts(0, 0, 1),
        0.5: counts(1, 0, 1),
        0.2: counts(4, 4, 3),
    }
    assert edge(network) == (0.5, 2.0)


def test_a_linear_count_that_misses_is_an_error():
    linear = {"latents": [2, 2], "priced": [2, 3]}
    found = {
        "linear": {"digits": {0.5: linear}},
        "foretold": {"digits": {0.5: {"count": 2}}},
    }
    with pytest.raises(ValueError, match=re.escape("rewrite it")):
        check(found)
    linear["priced"] = [2, 2]
    check(found)


@pytest.mark.parametrize("data", SWEEPS)
def test_no_variance_is_within_two_percent_of_an_eigenvalue(data):
    eigenvalues = eigenvalues_of(data)
    for variance in SWEEPS[data]:
        assert ((eigenvalues / variance - 1).abs() > 0.02).all()


@pytest.mark.parametrize("data", SWEEPS)
def test_each_variance_has_five_starts_of_both_kinds(data):
    for variance, runs in SWEEPS[data].items():
        both = runs, LINEAR[data][variance]
        for each in both:
            assert [run.seed for run in each] == list(sweeps.SEEDS)
            assert {run.variance for run in each} == {variance}


def test_longer_changes_the_epochs_and_what_it_is_told():
    run = replace(TINY, epochs=5)
    first, second = longer(run, hidden=(4, 4))
    assert (first.epochs, first.hidden) == (5 * LONGER, (4, 4))
    assert (first.seed, second.seed) == (0, 1)
    assert first.variance == run.variance
