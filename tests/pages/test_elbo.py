"""The toy of the page: its evidence, its bound, its gap."""

from itertools import product

import pytest
import torch
from scipy.integrate import quad
from scipy.special import expit
from scipy.stats import norm
from torch.distributions import Normal

from snippets.pages import elbo

FOUND = elbo.measure()


def test_the_evidence_is_scipys():
    def joint(z: float) -> float:
        at = torch.tensor(z, dtype=torch.float64)
        logits = (at * elbo.SLOPES + elbo.OFFSETS).numpy()
        return expit(logits).prod() * norm.pdf(z)

    expected = quad(joint, -10, 10)[0]
    log = torch.tensor(expected).log().item()
    assert FOUND["evidence"] == pytest.approx(log, abs=1e-6)


def test_the_evidence_of_all_images_of_the_toy_adds_up_to_one():
    every = torch.tensor(list(product((0, 1), repeat=len(elbo.X))))
    logs = torch.tensor([elbo.log_evidence(x.double()) for x in every])
    assert logs.exp().sum().item() == pytest.approx(1)


def test_what_the_bound_misses_is_the_gap():
    missing = [FOUND["evidence"] - bound for bound in FOUND["bounds"]]
    assert missing == pytest.approx(FOUND["gaps"], abs=1e-6)


def test_the_curve_stays_below_the_evidence():
    assert max(FOUND["bounds"]) < FOUND["evidence"]


def test_no_scale_of_the_grid_beats_the_best():
    at = elbo.MEANS[FOUND["best"]]
    bounds = elbo.bound(Normal(at, elbo.SCALES[:, None]))
    assert bounds.max().item() == pytest.approx(max(FOUND["bounds"]))
    assert elbo.SCALES[0] < FOUND["best_scale"] < elbo.SCALES[-1]


def test_single_draws_have_the_bound_as_their_mean():
    error = FOUND["draw_deviation"] / elbo.DRAWS**0.5
    off = FOUND["draw_mean"] - FOUND["bounds"][FOUND["best"]]
    assert abs(off) < 4 * error


def test_some_single_draws_lie_above_the_evidence_most_below():
    assert 0.1 < FOUND["above"] < 0.5


def test_the_alt_text_states_gap_and_divergence():
    said = elbo.draw(FOUND)["bound.html"]
    gap = FOUND["gaps"][FOUND["marked"]]
    assert said.count(
        f"divergence from q to the true posterior is {gap:.2f}"
    )


def test_the_words_are_text():
    said = elbo.words(FOUND)
    assert all(isinstance(word, str) and word for word in said.values())
    assert said["best_gap"] == f"{FOUND['gaps'][FOUND['best']]:.3f}"
