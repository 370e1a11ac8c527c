"""Scores of trained runs, and the images that pages show."""

from math import log

import pytest
import torch

from snippets import scores
from snippets.sweeps import over_seeds
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


def test_scores_are_lists_with_one_value_a_run(monkeypatch, tmp_path):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path))
    runs = over_seeds(TINY, (0, 1))
    found = scores.scores(runs)
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
    for digit, image in enumerate(scores.first_of_each_digit()):
        where = (images == image).all(1).nonzero()[0, 0]
        assert labels[where] == digit
        assert digit not in labels[:where]
