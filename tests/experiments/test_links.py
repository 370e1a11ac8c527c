"""Another link, another start, another way down."""

from dataclasses import replace

import pytest
import torch

from snippets.experiments.links import EVERY, Linked
from snippets.frontier import squared_error
from snippets.vae.dataset import load
from snippets.vae.training import Run, train

SMALL = {"data": "digits", "hidden": (8,), "latents": 2, "epochs": 1}
COIN = Linked(**SMALL)
BELL = replace(COIN, likelihood="gaussian", variance=0.2)
EVERY_LINK = [
    COIN,
    BELL,
    replace(BELL, link="linear"),
    replace(COIN, link="arctan"),
]


def test_with_the_machine_s_settings_it_is_the_machine_s_training():
    own = {"link", "descent", "start"}
    given = {k: v for k, v in vars(BELL).items() if k not in own}
    model = train(Run(**given)).model
    error = squared_error(model, load("digits").images("test", "grey"))
    assert BELL.run()["drawn"].item() == pytest.approx(error)


@pytest.mark.parametrize("run", EVERY_LINK)
@pytest.mark.parametrize("start", [-2.0, 6.0])
def test_every_link_begins_at_the_same_mean(run, start):
    model = replace(run, start=start).begun()
    first = model.decoder[-1].bias.unsqueeze(-1)
    mean = model.likelihood.mean(first)
    expected = torch.tensor(start).sigmoid().expand(64)
    torch.testing.assert_close(mean, expected)


@pytest.mark.parametrize("run", EVERY_LINK)
@pytest.mark.parametrize("descent", ["adam", "sgd"])
def test_a_look_before_the_first_step_and_every_few(run, descent):
    seen = replace(run, descent=descent).run()
    assert len(seen["error"]) == 1000 // run.batch // EVERY + 1
    assert seen["error"][-1] < seen["error"][0]


def test_an_arctan_is_a_coin_with_all_the_digits_of_a_small_chance():
    law = EVERY_LINK[-1].begun().likelihood
    output = torch.tensor([[-3.0], [0.4], [300.0]])
    x = torch.tensor([1.0, 0.3, 0.0])
    wide = 0.5 + output.double().squeeze(-1).atan() / torch.pi
    expected = x * wide.log() + (1 - x) * (1 - wide).log()
    found = law.pixel_log_prob(x, output)
    torch.testing.assert_close(found.double(), expected)


def test_only_a_linear_output_leaves_the_scale():
    outside = [run.run()["outside"][-1].item() for run in EVERY_LINK]
    assert outside[2] > 0.05
    assert outside[:2] + outside[3:] == [0, 0, 0]
