from dataclasses import replace
from math import log, pi

import pytest
import torch

from snippets.measures import twins
from snippets.vae.dataset import load, seeded
from snippets.vae.evaluation import evaluate
from snippets.vae.training import Run, train

TINY = Run(data="digits", hidden=(8,), latents=2, epochs=1)
NORMAL = replace(TINY, likelihood="gaussian", variance=0.1)


@pytest.fixture(autouse=True)
def _untrained(monkeypatch):
    monkeypatch.setattr(twins, "trained", train)


def test_two_pictures_are_apart_by_their_root_mean_square():
    one, other = torch.zeros(2, 3, 4), torch.zeros(2, 3, 4)
    other[0], other[1, :, :1] = 0.5, 1.0
    assert twins.apart(one, other) == pytest.approx([0.5, 0.5])


def test_turning_pairs_each_seed_with_the_next():
    x = torch.rand(3, 2, 2, generator=seeded(0))
    assert torch.equal(twins.turned(x)[0], x[1])
    assert torch.equal(twins.turned(x)[2], x[0])


def test_the_margin_is_empty_in_every_training_image():
    empty = twins.margin("digits")
    x = load("digits").images("train", "grey")
    assert x[:, empty].max() == 0
    assert (x[:, ~empty].amax(0) > 0).all()


def test_rulers_are_the_losses_without_their_constant():
    found = twins.rulers(NORMAL, 0.1)
    narrow = twins.rulers(NORMAL, 0.05)
    sse = (narrow["squared"] - found["squared"]) / (10 - 5)
    rate = found["squared"] - sse / 0.2
    model = train(NORMAL).model
    x = load("digits").images("test", "grey")
    both = evaluate(model, x)
    constant = 32 * log(2 * pi * 0.1)
    distortion = both.distortion.mean().item() - constant
    assert rate == pytest.approx(both.rate.mean().item(), abs=1e-3)
    assert sse / 0.2 == pytest.approx(distortion, rel=0.01)
    assert found["cross"] == narrow["cross"] > rate


def test_a_network_is_told_from_its_twin_by_the_margin():
    found = twins.likeness([NORMAL, NORMAL], [TINY, TINY])
    assert len(found["losses"]) == 2
    assert found["first_seeds"] == pytest.approx([0, 0])
    assert all(0 <= share <= 1 for share in found["told"])
