"""What one training reads, learns, reports and refuses."""

from dataclasses import replace

import pytest
import torch

from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import loss, standard_noise
from snippets.vae.training import (
    Diverged,
    Run,
    batches,
    train,
    untrained,
)

TINY = Run(
    data="digits",
    likelihood="gaussian",
    variance=0.25,
    hidden=(8,),
    latents=2,
    epochs=3,
)


def test_an_epoch_shows_every_image_once():
    run = replace(TINY, batch=300)
    seen = list(batches(run, seeded(0)))
    assert [len(x) for x in seen] == [300, 300, 300, 100]
    ours = torch.cat(seen).unique(dim=0, return_counts=True)
    whole = load("digits").images("train", "grey")
    theirs = whole.unique(dim=0, return_counts=True)
    torch.testing.assert_close(ours, theirs)


def test_each_epoch_has_its_own_order():
    generator = seeded(0)
    first, second = (next(batches(TINY, generator)) for _ in range(2))
    assert not torch.equal(first, second)


def test_an_image_binarised_afresh_differs_between_epochs():
    run = replace(TINY, view="afresh", batch=1000)
    generator = seeded(0)
    inks = [next(batches(run, generator)).sum() for _ in range(2)]
    assert inks[0] != inks[1]


def test_the_loss_falls():
    history = train(TINY).history
    assert history.shape == (3,)
    assert history[-1] < history[0] - 0.5


def test_the_loss_of_the_question_falls():
    law = {"likelihood": "expected-bernoulli", "variance": None}
    history = train(replace(TINY, **law)).history
    assert history[-1] < history[0] - 0.5


def test_history_weighs_a_short_batch_by_its_images():
    # A rate of 0 learns nothing, so the epoch can be repeated.
    still = replace(TINY, batch=600, learning_rate=0.0, epochs=1)
    generator = seeded(still.seed)
    total = torch.zeros(())
    for x in batches(still, generator):
        noise = standard_noise(len(x), 2, generator)
        total += loss(untrained(still), x, noise).detach() * len(x)
    torch.testing.assert_close(train(still).history[0], total / 1000)


def test_a_trained_model_learns_nothing_more():
    model = train(TINY).model
    assert not model.training
    assert not any(p.requires_grad for p in model.parameters())


def test_a_run_trains_where_gradients_are_off():
    with torch.no_grad():
        inside = train(TINY)
    torch.testing.assert_close(inside.history, train(TINY).history)


def test_a_loss_without_end_is_reported_in_one_line():
    wild = replace(TINY, learning_rate=1e6)
    with pytest.raises(Diverged, match=r"epoch \d.*learning_rate=1000"):
        train(wild)
    with pytest.raises(Diverged) as caught:
        train(wild)
    assert "\n" not in str(caught.value)


def test_the_defaults_are_those_of_the_question():
    run = Run()
    assert run.hidden == (500, 500)
    assert (run.latents, run.epochs, run.batch) == (20, 75, 100)
    assert (run.learning_rate, run.view) == (1e-3, "grey")


def test_work_grows_with_epochs():
    longer = replace(TINY, epochs=2 * TINY.epochs)
    assert longer.work == 2 * TINY.work
