"""The loss of the question and ours, trained side by side."""

import pytest
import torch

from snippets.experiments.lines import AGAINST, SIDES, Duel, distance
from snippets.vae.training import train, untrained

LAWS = {"grey": "expected-bernoulli", "threshold": "bernoulli"}
TINY = {"hidden": (8,), "latents": 2, "epochs": 2}


@pytest.fixture(scope="module", params=LAWS)
def found(request):
    return Duel(request.param, LAWS[request.param], **TINY).run()


def difference(found, name):
    return (found[name] / found[AGAINST[name]] - 1).abs().max()


def test_in_float32_the_losses_agree_at_every_step(found):
    assert difference(found, "question_32") < 1e-6


def test_in_float64_they_agree_but_for_the_guard(found):
    assert difference(found, "bare_64") < 1e-14
    assert 1e-12 < difference(found, "question_64") < 1e-8
    assert (found["question_64"] < found["elbo_64"]).all()


def test_the_final_weights_agree(found):
    assert found["question_32_apart"][-1] < 1e-5
    assert found["bare_64_apart"][-1] < 1e-13


def test_both_losses_fall(found):
    for name in SIDES:
        assert found[name][-1] < found[name][0] - 1


def test_our_side_of_the_duel_is_our_training():
    duel = Duel("grey", "expected-bernoulli", **TINY)
    history = train(duel.settings).history
    ours = duel.run()["elbo_32"].unflatten(0, (2, -1)).mean(1)
    torch.testing.assert_close(ours.float(), history)


def test_distance_is_a_share_of_the_weights():
    run = Duel("threshold", "bernoulli", **TINY).settings
    one, other = untrained(run), untrained(run)
    assert distance(one, other) == 0
    with torch.no_grad():
        for weight in one.parameters():
            weight.mul_(1.5)
    assert distance(one, other).item() == pytest.approx(0.5)


def test_other_lines_would_name_another_record():
    assert "code=" in repr(Duel("grey", "expected-bernoulli"))
