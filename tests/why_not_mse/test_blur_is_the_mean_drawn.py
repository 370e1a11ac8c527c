import copy
from statistics import fmean

import numpy as np
import pytest

from snippets.why_not_mse import blur_is_the_mean as page


def scores(rate, kept):
    low, high = 0.99 * kept, 1.01 * kept
    one = {
        "rate": [rate, rate + 0.1],
        "kept": [low, high],
        "missed": [100 - low, 102 - high],
    }
    rest = ("error", "active", "distortion", "means", "drawn", "grey")
    return one | {key: [1.0, 2.0] for key in rest}


SWEEP = {v: scores(2 / v, 10 / v**0.5) for v in page.SWEEP}
FOUND = {
    "twins": {
        "mean": scores(0.1, 5),
        "sum": SWEEP[1 / 2],
        "bernoulli": scores(10, 22),
        "optimal": scores(70, 60),
    },
    "sweep": SWEEP,
    "weak": {name: scores(10, 8) for name in page.WEAK},
    "beside": {"bernoulli": [-1.0, -2.0]}
    | {name: [-50.0, -60.0] for name in page.WEAK},
    "cut": {"kept": [150.0, 151.0], "error": [0.05, 0.05]},
    "inputs": {"contrast": 56.0, "grey": 0.02},
    "rows": np.full((5, 28, 28, 28), 0.5)[:, :10],
    "samples": np.full((4, 10, 28, 28), 0.5),
}


def test_a_contrast_is_compared_at_its_own_rate():
    other = {"rate": [20.0], "kept": [30.0]}
    sweep = {
        1.0: {"rate": [10.0], "kept": [20.0]},
        0.5: {"rate": [20.0], "kept": [40.0]},
        0.25: {"rate": [30.0], "kept": [50.0]},
    }
    assert page.beside(sweep, other) == [pytest.approx(-25)]


def test_a_share_that_is_missing_is_said_without_its_sign():
    said = page.words(FOUND)
    assert said["hidden_less"].startswith("55")
    assert said["bernoulli_less"].startswith("2")
    assert said["sum_whole"].startswith("101.0")


def test_gains_are_counted_in_points():
    assert page.words(FOUND)["gained_kept"] == "38"
    assert page.words(FOUND)["gained_means"] == "0"


def test_a_changed_order_of_the_losses_stops_the_page():
    found = copy.deepcopy(FOUND)
    found["twins"]["bernoulli"]["kept"] = [70.0, 71.0]
    with pytest.raises(ValueError, match="order"):
        page.words(found)


def test_a_weak_network_on_the_line_stops_the_page():
    found = copy.deepcopy(FOUND)
    found["beside"]["hidden"] = [-50.0, -1.0]
    with pytest.raises(ValueError, match="on the line"):
        page.words(found)


def test_pictures_and_charts_are_drawn():
    drawn = page.draw(FOUND)
    kept = fmean(FOUND["twins"]["bernoulli"]["kept"])
    assert f"<td>{kept:.0f}\u00a0%</td>" in drawn["rows.html"]
    for row in ("optimal.png", "s_optimal.png"):
        assert drawn[row].startswith(b"\x89PNG")
    for name in ("toy.html", "bit.html", "rate.html"):
        assert drawn[name].count("<svg") == 2
