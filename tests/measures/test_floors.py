"""Costs under floors, and one set of networks in three units."""

import math

import pytest
import torch

from snippets.measures import floors
from snippets.measures.floors import (
    FLOORED,
    cheaper,
    floored,
    in_units,
    still,
)
from snippets.measures.scales import noisy
from snippets.vae.dataset import load
from snippets.vae.training import Run

TINY = Run(data="digits", hidden=(8,), latents=2, epochs=1)


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path))


def test_only_the_floor_differs_between_the_trainings():
    assert [runs[0].floor for runs in FLOORED.values()] == list(FLOORED)
    others = {
        tuple((k, v) for k, v in vars(runs[0]).items() if k != "floor")
        for runs in FLOORED.values()
    }
    assert len(others) == 1


def test_the_mean_the_median_and_the_worst_are_of_test_images():
    (run,) = noisy(TINY, likelihood="pixel-gaussian", floor=0.1)[:1]
    found = floored([run])
    assert found["median"][0] < found["most"][0]
    assert found["test"][0] < found["most"][0]
    assert 0 <= found["worst"][0] < len(load("digits").test.counts)
    assert 0 <= found["narrow"][0] <= 64
    total = found["odd"][0] + 446 * found["rest"][0]
    assert total / 447 == pytest.approx(found["test"][0], rel=1e-5)


def test_no_run_is_cheaper_than_itself():
    pair = noisy(TINY, likelihood="pixel-gaussian", floor=0.1)[:2]
    assert cheaper(pair, pair) == [0, 0]
    one, other = cheaper(pair, pair[::-1])
    assert one + other == pytest.approx(1)


def test_a_position_is_still_if_no_image_differs():
    x = torch.tensor([[0.0, 1.0, 2.0], [0.0, 1.0, 3.0]])
    assert still(x) == [0, 1]


def test_a_unit_shifts_a_density_but_a_mass_is_never_below_zero():
    run = Run(**{**vars(TINY), "likelihood": "optimal-gaussian"})
    found = in_units([run])
    shift = found["counts"][0] - found["one"][0]
    assert shift == pytest.approx(64 * math.log(16))
    assert found["mass"][0] > 0
    assert min(FLOORED) == floors.LOWEST
