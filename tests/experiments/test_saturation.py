"""One certain pixel of ink ends a training, unless from logits."""

from dataclasses import replace

import pytest
import torch

from snippets.experiments import saturation
from snippets.experiments.saturation import Saturation
from snippets.vae.training import Run, train, untrained

TINY = Saturation(data="digits", hidden=(8,), latents=2, epochs=1)


def with_certain_pixel(run):
    """The network of `run`, sure of ink in one pixel of each image."""
    model = untrained(run)
    with torch.no_grad():
        model.decoder[-1].bias[20] = 40.0
    return model


@pytest.fixture
def certain(monkeypatch):
    monkeypatch.setattr(saturation, "untrained", with_certain_pixel)


def binary(form):
    return replace(TINY, view="threshold", form=form)


def test_it_trains_as_the_run_does():
    settings = {k: v for k, v in vars(TINY).items() if k != "form"}
    history = train(Run(**settings)).history
    for form in ("question", "logits"):
        losses = replace(TINY, form=form).run()["loss"]
        torch.testing.assert_close(
            losses.mean(), history[0], rtol=1e-5, atol=0
        )


def test_a_certain_pixel_of_ink_is_nan_and_one_of_paper_infinite(
    certain,
):
    seen = binary("question").run()
    assert len(seen["loss"]) == 1
    assert not seen["loss"].isfinite()
    assert seen["nan"] > 0 < seen["inf"]
    assert seen["nan"] + seen["inf"] == 100  # one pixel of each image
    assert seen["sound"].isfinite()


def test_from_logits_the_same_training_goes_on(certain):
    seen = binary("logits").run()
    assert len(seen["loss"]) == 10
    assert seen["loss"].isfinite().all()
    assert seen["nan"].sum() == seen["inf"].sum() == 0


def test_one_nan_reaches_every_later_prediction(certain):
    run = binary("question")
    model = with_certain_pixel(run)
    generator = torch.Generator().manual_seed(0)
    x = torch.ones(4, 64)
    run.forward(model, x, generator).loss.backward()
    adam = torch.optim.Adam(model.parameters())
    adam.step()
    assert run.forward(model, x, generator).logits.isnan().all()


def test_it_says_how_far_the_guard_is_from_the_exact_loss():
    seen = TINY.run()
    assert seen["extra"].abs().max() < 1e-5
    assert (
        replace(TINY, form="logits").run()["extra"].abs().max() < 1e-5
    )
    assert seen["below"].sum() == 0
    assert (seen["narrowest"] > 0).all()
