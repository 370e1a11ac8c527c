"""The cost of the mean image, and how the curves are told."""

import pytest
import torch

from snippets.pages import training
from snippets.vae.dataset import seeded
from snippets.vae.families import ExpectedBernoulli
from snippets.vae.training import Run

X = torch.rand(50, 6, generator=seeded(0))
FOUND = {
    "grey": [[300.0, 190.0, 150.0], [310.0, 210.0, 152.0]],
    "binary": [[300.0, 180.0, 140.0], [310.0, 190.0, 142.0]],
    "grey_mean": 207.0,
    "below": 3,
    "images": 4000,
    "question": {"steps": 40, "weights": 1000},
    "here": {"steps": 40, "weights": 100},
}


def constant_cost(prediction: torch.Tensor) -> float:
    """Nats per image if every image gets this prediction."""
    logits = prediction.logit()[:, None]
    return -ExpectedBernoulli().log_prob(X, logits).mean().item()


@pytest.mark.equation("eq:training-mean-image")
def test_the_mean_image_costs_its_entropy():
    cost = training.mean_image_cost(X)
    assert cost == pytest.approx(constant_cost(X.mean(0)), rel=1e-5)


@pytest.mark.equation("eq:training-mean-image")
@pytest.mark.parametrize("seed", range(5))
def test_no_other_constant_prediction_costs_less(seed):
    noise = torch.randn(6, generator=seeded(seed)) / 10
    other = (X.mean(0).logit() + noise).sigmoid()
    assert constant_cost(other) > training.mean_image_cost(X)


def test_a_pixel_that_never_varies_costs_nothing():
    x = torch.tensor([[0.0, 1.0], [0.0, 1.0]])
    assert training.mean_image_cost(x) == 0


def test_a_level_is_passed_when_all_seeds_are_below():
    assert training.passed(FOUND["grey"], 207) == 3
    assert training.passed(FOUND["grey"], 220) == 2


def test_a_short_batch_is_a_step_too():
    run = Run(data="digits", variance=1.0, hidden=(4,), batch=300)
    assert training.sizes(run)["steps"] == 4


def test_weights_of_a_small_network_are_counted_by_hand():
    run = Run(data="digits", variance=1.0, hidden=(4,), latents=2)
    encoder = 64 * 4 + 4 + 4 * 4 + 4
    decoder = 2 * 4 + 4 + 4 * 64 + 64
    assert training.sizes(run)["weights"] == encoder + decoder


def test_the_words_carry_means_over_seeds():
    said = training.words(FOUND)
    assert said["binary_last"] == "141.0\u00a0±\u00a01.4"
    assert said["grey_fall"] == "49.0\u00a0±\u00a012.7"
    assert said["question_hidden"] == "500-500"


def test_the_alt_text_states_the_fall_and_the_level():
    said = training.draw(FOUND)["loss.html"]
    assert "from 305 to 151 nats" in said
    assert "from epoch 3 on it lies below 207 nats" in said
