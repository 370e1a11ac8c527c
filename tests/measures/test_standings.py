import pytest
import torch

from snippets.measures import standings
from snippets.measures.standings import (
    DIGITS,
    ENTRIES,
    LARGE,
    MNIST,
    PIXELS,
    bits,
    every,
    plan,
    reread,
    standing,
)
from snippets.vae.dataset import load
from snippets.vae.families import FAMILIES


@pytest.fixture(autouse=True)
def invented(monkeypatch):
    """Records whose numbers follow from the seed."""

    def of(seed):
        return {
            "mean_distortion": torch.tensor([60.0, 70.0]),
            "mean_drawn": torch.zeros(10, 64),
            "mean_evidence": torch.tensor([-61.0, -63.0]),
            "rate": torch.tensor([3.0, 5.0]) + float(seed),
            "active": torch.tensor(8),
            "seconds": torch.tensor(0.5),
            "chosen": torch.tensor(7),
            "valid": torch.zeros(9),
        }

    def record(plan):
        return {
            f"{seed} {name}": value
            for seed in plan.seeds
            for name, value in of(seed).items()
        }

    monkeypatch.setattr(standings, "recorded", record)


def test_a_cost_is_distortion_plus_rate_on_average():
    found = standing(DIGITS, ENTRIES["mean"])
    assert found["nats"] == [69.0, 70.0, 71.0, 72.0, 73.0]
    assert found["evidence"] == [62.0] * 5
    assert found["dearest"] == [70.0] * 5
    # Two images that differ by 12: sd 6 * sqrt(2), over sqrt(2).
    assert found["error"] == pytest.approx([6.0] * 5)
    assert found["epochs"] == [9] * 5


def test_every_reading_of_a_record_is_found():
    found = reread(MNIST, ENTRIES["mean"])
    assert found == {"mean": [69.0, 70.0, 71.0, 72.0, 73.0]}


def test_every_family_but_the_binary_one_is_ranked():
    ranked = {entry.likelihood for entry in ENTRIES.values()}
    assert ranked == set(FAMILIES) - {"bernoulli"}


def test_no_training_stands_twice_in_the_list():
    runs = every(DIGITS, ENTRIES)
    assert len(runs) == len(set(runs)) == 13
    assert len(every(MNIST, LARGE)) == 6
    assert {r.seeds for r in runs} == {(0, 1, 2, 3, 4)}


def test_plans_differ_from_each_other_in_law_alone():
    runs = every(DIGITS, ENTRIES)
    rules = {
        (r.data, r.hidden, r.latents, r.batch, r.rates, r.patience)
        for r in runs
    }
    assert len(rules) == 1


def test_the_mean_error_has_the_variance_of_its_name():
    assert load("digits").side ** 2 == PIXELS
    assert plan(DIGITS, ENTRIES["average"]).variance == 32.0
    assert plan(DIGITS, ENTRIES["sum"]).variance == 0.5


def test_bits_are_counted_for_each_pixel():
    one = torch.tensor(2.0).log().item()
    assert bits(DIGITS, [64 * one]) == pytest.approx([1.0])
    assert bits(MNIST, [784 * one]) == pytest.approx([1.0])
