"""A scale with a start, a floor and a learning rate of its own."""

from dataclasses import replace

import pytest
import torch

from snippets.experiments.noise import Noise, look, started
from snippets.vae.families import PixelGaussian
from snippets.vae.families.gaussian import WIDEST
from snippets.vae.training import Run, train, untrained

TINY = Noise(
    data="digits", hidden=(8,), latents=2, epochs=2, scale_rate=1e-3
)


@pytest.mark.parametrize("scale", [1.0, 0.03, 0.0011])
def test_a_scale_begins_where_it_is_told_to(scale):
    law = started(scale, 1e-3)
    assert law.variance.sqrt().item() == pytest.approx(scale, rel=1e-3)


def test_with_the_machine_s_settings_it_is_the_machine_s_training():
    run = replace(TINY, floor=1e-2, start=WIDEST + 1e-2)
    own = {"floor", "start", "scale_rate"}
    given = {k: v for k, v in vars(run).items() if k not in own}
    law = train(Run(**given)).model.likelihood
    last = run.run()["scale"][-1]
    torch.testing.assert_close(last, law.variance.sqrt())


def test_the_scale_is_recorded_from_before_the_first_step():
    seen = replace(TINY, start=0.3, scale_rate=1e-2).run()
    assert seen["scale"][0].item() == pytest.approx(0.3, rel=1e-3)
    assert len(seen["scale"]) == TINY.epochs + 1
    assert seen["train_loss"][-1] < seen["train_loss"][0]
    assert seen["test_loss"].shape == (447,)


def test_a_wide_scale_falls_and_a_narrow_one_rises():
    wide, narrow = (
        replace(TINY, start=start, scale_rate=1e-2).run()["scale"]
        for start in (1.0, 0.03)
    )
    assert wide[0] > wide[1] > wide[2]
    assert narrow[0] < narrow[1] < narrow[2]


def test_pixels_at_the_floor_are_counted():
    run = replace(TINY, likelihood="pixel-gaussian", floor=0.1)
    model = untrained(run)
    model.likelihood = PixelGaussian(0.1)
    with torch.no_grad():
        model.decoder[-1].weight.zero_()
        model.decoder[-1].bias.view(64, 2)[:5, 1] = -20.0
    assert (look(run, model, "test")["narrow"] == 5).all()


def test_a_mass_is_never_below_zero():
    run = replace(
        TINY, view="counts", likelihood="discretised-gaussian"
    )
    seen = run.run()
    assert (seen["test_loss"] > seen["test_rate"]).all()
    assert "scale" not in seen
