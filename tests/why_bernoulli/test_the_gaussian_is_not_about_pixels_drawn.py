import math

import numpy as np
import pytest
import torch

from snippets.figures.parts.spaces_map import (
    ellipses,
    outside_the_frame,
)
from snippets.measures import spaces
from snippets.vae.training import Run, train
from snippets.why_bernoulli import (
    the_gaussian_is_not_about_pixels as claim,
)

TINY = {"data": "digits", "view": "threshold", "hidden": (8,)}


@pytest.fixture
def drawn(monkeypatch):
    """Pixels drawn from a model that was trained for one epoch."""
    monkeypatch.setattr(spaces, "trained", train)

    def draw_from(name):
        run = Run(**TINY, likelihood=name, latents=2, epochs=1)
        return spaces.drawn(run)[1]

    return draw_from


def test_gaussian_codes_give_binary_pixels_under_a_bernoulli(drawn):
    found = spaces.values(drawn("bernoulli"))
    assert found["binary"] == found["drawn"]
    assert found["outside"] == 0


def test_the_same_codes_give_any_value_under_a_gaussian(drawn):
    found = spaces.values(drawn("learned-gaussian"))
    assert found["binary"] < 1e-4 * found["drawn"]
    assert found["outside"] > 0.1


def test_shares_are_counted():
    x = torch.tensor([[0.0, 1.0, 0.5, 1.5, -0.1]])
    found = spaces.values(x)
    assert (found["binary"], found["drawn"]) == (2, 5)
    assert found["outside"] == pytest.approx(2 / 5)


def test_the_notebooks_least_scale_exceeds_any_spread_inside_0_to_1():
    x = torch.tensor([0.0, 1.0])
    widest = x.std(correction=0).item()
    assert widest == 0.5
    assert math.exp(-claim.LOG_SCALE) > widest


def test_beyond_two_deviations_the_prior_has_exp_of_minus_two():
    nodes = np.linspace(2, 12, 100_001)
    outside = np.trapezoid(nodes * np.exp(-(nodes**2) / 2), nodes)
    assert outside == pytest.approx(math.exp(-2), abs=1e-6)


def test_an_ellipse_has_the_posterior_s_half_axes():
    loc, scale = np.array([[1.0, 2.0]]), np.array([[0.1, 0.3]])
    box = ellipses(loc, scale).get_extents()
    assert box.extents == pytest.approx([0.9, 1.7, 1.1, 2.3])


def test_codes_outside_the_frame_are_counted():
    loc = np.array([[0.0, 0.0], [5.1, 0.0], [0.0, -4.4], [4.9, 4.2]])
    assert outside_the_frame(loc) == 2


def invented():
    seeds = [0.1, 0.2, 0.3, 0.4, 0.5]
    names = ("mean", "between", "noise", "outside", "rate", "beyond")
    each = [dict.fromkeys(names, s) for s in seeds]
    counts = {"binary": 3, "drawn": 1000, "kurtosis": -0.5}
    counts |= {"plain": 0.5, "excess": 0.4}
    loc = np.linspace(-2, 2, 14).reshape(7, 2)
    return {
        "loc": loc,
        "scale": np.full((7, 2), 0.2),
        "chosen": np.array([0, 2, 4, 6]),
        "pictures": np.zeros((4, 28, 28)),
        "coins": np.full((5, 28, 28), 0.5),
        "tossed": np.array([0.0, 1.0, 1.0, 1.0]),
        "scattered": np.linspace(-0.3, 1.2, 16),
        "pixel": (3, 4),
        "seen": 0.25,
        "mixed": {"normal": (0.5, 0.2, 0.05)},
        "coin": [one | counts for one in each],
        "bell": [one | counts for one in each],
    }


def test_the_words_count_over_seeds_and_name_the_pixel():
    said = claim.words(invented())
    assert (said["row"], said["column"]) == ("4", "5")
    assert said["bell_binary"] == "15"
    assert said["coin_drawn"] == "5,000"
    assert said["coin_outside"].startswith("30.0")
    assert said["seen_variance"] == "0.188"


def test_the_alternative_text_says_how_often_the_coin_showed_ink():
    drawn = claim.draw(invented())
    assert "75 % are 1" in drawn["pixel.html"]
    assert "7 small" in drawn["spaces.html"]
