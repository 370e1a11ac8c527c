from dataclasses import replace

import pytest

from snippets.experiments.ranking import Ranked
from snippets.experiments.searching import Search, search
from snippets.experiments.together import Together
from snippets.vae.dataset import load
from snippets.vae.evaluation import evaluate
from snippets.vae.training import Diverged

PLAN = Ranked(
    "expected-bernoulli",
    seeds=(0, 1),
    hidden=(8,),
    latents=2,
    batch=200,
)


def both(patience):
    models = [PLAN.start(run) for run in PLAN.settings]
    valid = load("digits").images("valid", "grey")
    searches = [Search(each, valid, patience) for each in models]
    return Together(PLAN.settings, models), searches


def test_the_best_validated_weights_are_the_ones_kept():
    whole, searches = both(patience=6)
    search(whole, searches, 3e-2, epochs=6)
    for one in searches:
        kept = evaluate(one.model.eval(), one.valid, 2)
        history = [valid for _, valid in one.history]
        assert -kept.elbo.mean().item() == pytest.approx(
            min(history), rel=1e-6
        )
        assert one.chosen == 1 + history.index(min(history))


def test_patience_ends_a_rate_that_does_not_help():
    whole, searches = both(patience=2)
    search(whole, searches, 0.0, epochs=9)
    assert [len(one.history) for one in searches] == [3, 3]


def test_the_second_rate_goes_on_from_the_best_of_the_first():
    whole, searches = both(patience=2)
    search(whole, searches, 1e-2, epochs=2)
    before = [one.best for one in searches]
    search(whole, searches, 1e-4, epochs=2)
    for one, best in zip(searches, before, strict=True):
        assert one.best <= best
        assert len(one.history) == 4


def test_a_seed_that_has_stopped_takes_nothing_better():
    _, (one, _) = both(patience=1)
    one.validate(70.0, seconds=1.0)
    one.best = 0.0  # nothing is better
    one.validate(60.0, seconds=1.0)
    assert one.stopped
    one.best = 1e9  # everything would be
    one.validate(50.0, seconds=1.0)
    assert (len(one.history), one.best, one.seconds) == (2, 1e9, 2.0)


def test_a_loss_that_is_no_number_is_an_error():
    _, (one, _) = both(patience=1)
    with pytest.raises(Diverged, match="nan"):
        one.validate(float("nan"), seconds=1.0)


def test_time_is_shared_among_the_seeds():
    whole, searches = both(patience=9)
    search(whole, searches, 1e-3, epochs=2)
    shares = [one.record()["seconds"].item() for one in searches]
    assert shares[0] == shares[1] > 0
    assert PLAN.work == replace(PLAN, seeds=(0,)).work * 2
