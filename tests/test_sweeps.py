"""Shared runs, their scores, and the place of one beside a sweep."""

from dataclasses import replace
from math import log

import pytest
import torch

from snippets import sweeps
from snippets.vae.dataset import load
from snippets.vae.training import Run

TINY = Run(
    data="digits",
    likelihood="gaussian",
    variance=0.05,
    hidden=(8,),
    latents=2,
    epochs=1,
)


def test_runs_over_seeds_differ_in_nothing_else():
    runs = sweeps.over_seeds(TINY, (3, 5))
    assert [run.seed for run in runs] == [3, 5]
    assert {replace(run, seed=0) for run in runs} == {TINY}


def test_no_two_shared_runs_are_the_same():
    runs = [*sweeps.cross_entropy(), *sweeps.binary()]
    for variance in sweeps.VARIANCES:
        runs += sweeps.gaussian(variance)
    each = 2 + len(sweeps.VARIANCES)
    assert len(set(runs)) == each * len(sweeps.SEEDS)


def test_a_gaussian_run_carries_its_variance():
    (run,) = sweeps.gaussian(1 / 8, 1)
    assert (run.likelihood, run.variance) == ("gaussian", 1 / 8)


def test_binary_runs_see_binary_pixels():
    run = sweeps.binary()[0]
    x = load("mnist_5k").images("test", run.view)
    assert set(x.unique().tolist()) == {0.0, 1.0}


def test_a_caption_names_the_sizes_of_the_network():
    said = sweeps.setting(TINY)
    assert said.startswith("Network 64-8-2, 1 epochs on 1,000 ")


def test_scores_are_lists_with_one_value_a_run(monkeypatch, tmp_path):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path))
    runs = sweeps.over_seeds(TINY, (0, 1))
    found = sweeps.scores(runs)
    assert {name: len(each) for name, each in found.items()} == {
        "rate": 2,
        "distortion": 2,
        "error": 2,
        "active": 2,
    }
    # Distortion is the squared error under this variance, and more.
    constant = 32 * log(2 * torch.pi * 0.05)
    for nats, error in zip(
        found["distortion"], found["error"], strict=True
    ):
        expected = 64 * error / (2 * 0.05) + constant
        assert nats == pytest.approx(expected, rel=0.02, abs=1)


def test_the_first_of_each_digit_shows_that_digit():
    data = load("mnist_5k")
    images = data.images("test", "grey")
    labels = data.test.labels
    for digit, image in enumerate(sweeps.first_of_each_digit()):
        where = (images == image).all(1).nonzero()[0, 0]
        assert labels[where] == digit
        assert digit not in labels[:where]
