from dataclasses import replace

import pytest
import torch

from snippets.experiments.ranking import Ranked, Search
from snippets.vae.evaluation import evaluate

TINY = Ranked(
    "expected-bernoulli",
    hidden=(8,),
    latents=2,
    batch=200,
    epochs=2,
    patience=2,
    codes=8,
)
READINGS = {
    "expected-bernoulli": {"mean", "parameter", "tosses", "fitted"},
    "learned-gaussian": {"bins", "mean", "fitted"},
    "truncated-geometric": {"own"},
}


@pytest.fixture(scope="module")
def records():
    return {
        name: replace(TINY, likelihood=name).run() for name in READINGS
    }


@pytest.mark.parametrize("name", READINGS)
def test_each_reading_is_scored_in_nats_for_each_test_image(
    records, name
):
    record = records[name]
    for reading in READINGS[name]:
        assert record[f"{reading}_distortion"].shape == (447,)
        drawn = record[f"{reading}_drawn"]
        assert drawn.shape == (10, 64)
        assert torch.equal(drawn, drawn.round())
        assert 0 <= drawn.min() <= drawn.max() <= 16


@pytest.mark.parametrize("name", READINGS)
def test_the_weighted_bound_is_above_the_elbo(records, name):
    record = records[name]
    weighted = {n for n in READINGS[name] if f"{n}_evidence" in record}
    assert weighted >= {"own", "bins", "parameter"} & READINGS[name]
    for reading in weighted:
        elbo = -(record[f"{reading}_distortion"] + record["rate"])
        assert record[f"{reading}_evidence"].mean() > elbo.mean()


def test_a_law_of_counts_is_scored_as_it_was_trained(records):
    record = records["truncated-geometric"]
    assert set(READINGS["truncated-geometric"]) == {"own"}
    total = record["own_distortion"] + record["rate"]
    assert abs(total.mean() - record["valid"][-1]) < 15


def test_the_best_validated_weights_are_the_ones_kept():
    search = Search(replace(TINY, epochs=6, patience=6))
    search.at(3e-2)
    kept = evaluate(search.model.eval(), search.valid, 2)
    loss = -kept.elbo.mean().item()
    history = [valid for _, valid in search.history]
    assert loss == pytest.approx(min(history), rel=1e-6)
    assert search.chosen == 1 + history.index(min(history))


def test_patience_ends_a_rate_that_does_not_help():
    search = Search(replace(TINY, epochs=9, patience=2))
    search.at(0.0)
    assert len(search.history) == 3


def test_the_second_rate_goes_on_from_the_best_of_the_first():
    search = Search(TINY)
    search.at(1e-2)
    before = search.best
    search.at(1e-4)
    assert search.best <= before
    assert len(search.history) == 4


def test_the_same_plan_gives_the_same_numbers():
    plan = replace(TINY, epochs=1, rates=(1e-3,), codes=2)
    plan = replace(plan, likelihood="truncated-geometric")
    first, second = plan.run(), plan.run()
    for name in set(first) - {"seconds"}:
        assert torch.equal(first[name], second[name]), name


def test_only_families_of_counts_are_trained_on_counts():
    assert TINY.settings.view == "grey"
    counted = replace(TINY, likelihood="binomial")
    assert counted.settings.view == "counts"
