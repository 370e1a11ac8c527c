from dataclasses import replace

import pytest
import torch

from snippets.experiments.ranking import Ranked

TINY = Ranked(
    "expected-bernoulli",
    seeds=(0, 1),
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
    return {name: seed_0(name) for name in READINGS}


def seed_0(name, **changes):
    found = replace(TINY, likelihood=name, **changes).run()
    assert {key.partition(" ")[0] for key in found} == {"0", "1"}
    return {
        key.removeprefix("0 "): value
        for key, value in found.items()
        if key.startswith("0 ")
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


def test_the_same_plan_gives_the_same_numbers():
    plan = replace(TINY, epochs=1, rates=(1e-3,), codes=2)
    plan = replace(plan, likelihood="truncated-geometric")
    first, second = plan.run(), plan.run()
    for name in first:
        same = torch.equal(first[name], second[name])
        assert same or name.endswith("seconds"), name


def test_only_families_of_counts_are_trained_on_counts():
    assert [run.view for run in TINY.settings] == ["grey"] * 2
    counted = replace(TINY, likelihood="binomial")
    assert [run.view for run in counted.settings] == ["counts"] * 2


def test_nothing_is_trained_before_the_search():
    plan = replace(TINY, likelihood="learned-gaussian")
    model = plan.start(plan.settings[0])
    assert model.likelihood.floor == 0.16 / 16
