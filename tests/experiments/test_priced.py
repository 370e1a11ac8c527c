"""A training in which the rate counts more than it costs."""

from dataclasses import replace

import pytest
import torch

from snippets import store
from snippets.experiments.priced import Priced, opened, priced
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import loss, standard_noise
from snippets.vae.evaluation import evaluate
from snippets.vae.training import Run, train, untrained

TINY = Run(data="digits", hidden=(8,), latents=2, epochs=2)
LONGER = replace(TINY, epochs=20, learning_rate=1e-2)


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path):
    monkeypatch.setattr(store, "cache", lambda: tmp_path)


def test_at_a_price_of_one_it_trains_what_the_run_trains():
    ours = opened(Priced(TINY, 1.0)).state_dict()
    for name, weight in train(TINY).model.state_dict().items():
        torch.testing.assert_close(
            ours[name], weight, rtol=1e-4, atol=1e-5
        )


def test_the_loss_is_minus_the_elbo_at_one_and_dearer_above():
    model = untrained(TINY)
    x = load("digits").images("valid", "grey")
    noise = standard_noise(len(x), 2, seeded(0))
    one = priced(model, x, noise, 1.0)
    torch.testing.assert_close(one, loss(model, x, noise))
    rate = evaluate(model, x).rate.mean()
    three = priced(model, x, noise, 3.0)
    torch.testing.assert_close(three - one, 2 * rate)


def test_a_dearer_rate_is_a_smaller_one():
    x = load("digits").images("test", "grey")
    rates = [
        evaluate(opened(Priced(LONGER, beta)), x).rate.mean()
        for beta in (1.0, 3.0)
    ]
    assert rates[0] > 1.5 * rates[1]


def test_settings_and_price_name_the_record():
    one = Priced(TINY, 1.0)
    assert one.data == "digits"
    assert one.work == TINY.work
    assert repr(one) != repr(Priced(TINY, 3.0))
