import numpy as np
import pytest
import torch
from torch.nn.functional import binary_cross_entropy

from snippets.measures import binarised, gradient_noise
from snippets.measures.binarised import ASKED, answer
from snippets.measures.gradient_noise import noise_of, shares
from snippets.vae.dataset import load, see, seeded
from snippets.vae.training import Run, train
from snippets.why_bernoulli.binarising_is_a_choice import (
    runaway,
    views,
    ways,
)

TINY = Run(data="digits", hidden=(8,), latents=2, epochs=1)


def test_a_coin_refuses_a_grey_value_and_names_its_support():
    assert answer("strict", 0.3).startswith("ValueError")
    assert "Boolean()" in answer("strict", 0.3)


def test_not_a_number_is_refused_with_the_same_error():
    assert "Boolean()" in answer("strict", float("nan"))


@pytest.mark.parametrize("name", ["lax", "probs", "logits"])
def test_the_others_give_its_cross_entropy_without_a_word(name):
    m, x = torch.tensor([0.6]), torch.tensor([0.3])
    expected = binary_cross_entropy(m, x).item()
    assert answer(name, 0.3) == pytest.approx(expected, rel=1e-5)


def test_only_logits_and_no_validation_accept_a_target_above_one():
    accepted = {n for n in ASKED if isinstance(answer(n, 1.5), float)}
    assert accepted == {"lax", "logits"}


def test_at_such_a_target_the_loss_runs_away():
    first, second, third = runaway(1.5)
    assert first > 0 > second > third


def test_the_three_ways_are_those_of_the_trainings():
    data = load("digits")
    x = data.images("test", "grey")
    for name, found in ways(x, seeded(7)).items():
        seen = see(data.test.counts, data.levels, name, seeded(7))
        torch.testing.assert_close(found, seen)


def test_the_views_show_binary_digits_beside_the_grey_one():
    found = views()
    grey, *binary = found["views"]
    assert ((grey > 0) & (grey < 1)).any()
    assert all(set(np.unique(each)) == {0, 1} for each in binary)
    np.testing.assert_array_equal(binary[0], grey > 0.5)
    edge = binary[2] != binary[3]
    assert edge.any()
    assert ((grey > 0) & (grey < 1))[edge].all()
    assert found["chance"] > 0


def test_a_short_run_is_scored_on_every_view_and_its_noise_split(
    monkeypatch,
):
    result = train(TINY)
    for module in (binarised, gradient_noise):
        monkeypatch.setattr(module, "trained", lambda _: result)
    monkeypatch.setattr(gradient_noise, "STEPS", 5)
    scores = binarised.scored(TINY)
    assert scores["threshold"] < scores["afresh"]
    parts = noise_of(TINY, fixed_batch=True)
    assert 5 < shares([parts])[0] < 95
