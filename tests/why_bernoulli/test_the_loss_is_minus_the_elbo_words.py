"""The numbers of the page, from measurements that are invented."""

import pytest
import torch

from snippets.experiments.lines import AGAINST
from snippets.figures.the_loss_is_minus_the_elbo import alternatives
from snippets.measures import agreement
from snippets.measures.agreement import first, runaway
from snippets.measures.anatomy import apart, by_library
from snippets.vae.dataset import seeded
from snippets.why_bernoulli.the_loss_is_minus_the_elbo import (
    SLIPPED,
    words,
)

PAIR = {"losses": [2e-8, 3e-8], "weights": [[4e-7]] * 5}
FOUND = {
    "shown": 0,
    "pixels": [50.0, 20.0],
    "latents": [8.0],
    "distortion": [70.0, 90.0],
    "rate": [8.0, 12.0],
    "cost": 90.0,
    "off": [1e-7, 3e-8],
    "equal": {
        view: dict.fromkeys(AGAINST, PAIR)
        for view in ("grey", "threshold")
    },
    "lowered": {"grey": [1.1e-8, 1.3e-8], "threshold": [1e-8, 1e-8]},
    "slips": {name: [1.0, 2.0] for name in SLIPPED} | {"sign": [3e22]},
    "rates": {"none": [[2.0, 1.0]], "sign": [[2.0, 3e22]]},
    "wrong": {
        "negative": [2, 5],
        "million": [9, 7],
        "end": [40, 30],
        "alone": [6, 8],
    },
}


@pytest.fixture(scope="module")
def said():
    return words(FOUND)


def test_the_terms_of_the_image_that_is_shown(said):
    assert (said["distortion"], said["rate"]) == ("70.0", "8.0")
    assert said["cost"] == "90.0"


def test_a_bound_is_the_next_power_of_ten(said):
    assert said["question_32_worst"] == "10⁻⁷"
    assert said["question_32_weights"] == "10⁻⁶"


def test_the_guard_is_told_beside_what_right_coins_allow(said):
    assert said["lowered_grey"] == "1.20\u00a0±\u00a00.14"
    assert said["lowered_most"] == "1.28"


def test_the_rate_of_the_wrong_sign_is_at_least_what_is_said(said):
    assert said["sign_rate"] == "10²²"
    assert (said["end_first"], said["end_last"]) == ("30", "40")
    assert said["alone_last"] == "8"


def test_each_chart_says_what_it_shows():
    texts = alternatives(FOUND)
    assert set(texts) == {"apart", "losses", "signs"}
    assert "78.0 of one image" in texts["apart"]
    assert "above 1.5 times its start" in texts["losses"]
    assert "from 2.00 nats to 1.00" in texts["signs"]


def test_the_library_gives_both_terms_of_an_image():
    logits, mean = torch.zeros(1, 4), torch.full((1, 2), 3.0)
    x = (torch.rand(1, 4, generator=seeded(0)) > 0.5).float()
    pixels, code = by_library(x, logits, mean, torch.zeros(1, 2))
    assert pixels.item() == pytest.approx(4 * torch.tensor(2.0).log())
    assert code.item() == pytest.approx(9.0)


def test_difference_and_first_step():
    one = torch.tensor([1.0, 2.0])
    assert apart(one, torch.tensor([1.0, 4.0])) == 0.5
    assert first(torch.tensor([False, True, True])) == 2


def test_the_steps_of_a_run_that_runs_away(monkeypatch):
    record = {
        "distortion": torch.tensor([9.0, 9.0, 9.0, 9e6, 9.0]),
        "rate": torch.tensor([1.0, 10.0, 1e3, 2e6, 3e9]),
    }
    monkeypatch.setattr(agreement, "recorded", lambda _: record)
    found = runaway(SLIPPED["sign"][:1])
    assert found == {
        "negative": [2],
        "million": [4],
        "end": [5],
        "alone": [5],
    }
