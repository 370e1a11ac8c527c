import numpy as np
import pytest

from snippets.measures.tosses import SETS, by_hand, limits, luck
from snippets.sweeps import DIGITS
from snippets.vae.training import train
from snippets.why_bernoulli.grey_cross_entropy_is_an_average import (
    RUNS,
    draw,
    words,
)


def found():
    one = {"distortion": 120.0, "rate": 15.0, "grey": 135.0}
    one |= {"evidence": 130.0}
    ink = np.linspace(0, 1, 28 * 28).reshape(28, 28)
    return {
        "maps": np.stack([ink] * 8),
        "costs": np.linspace(90, 110, 500),
        "mean": 100.0,
        "deviation": 5.0,
        "floor": 40.0,
        "nearly": 3.0,
        "luck": [134.0, 134.4],
        "excess": 60.0,
        "floors": 48.0,
        "limits": [one, one],
        "once": [2.0, 2.2],
        "often": [15.0, 15.2],
        "images": 500,
    }


def test_the_floor_is_said_as_a_share_of_the_cost():
    said = words(found())
    assert said["share"] == "40.0\u00a0±\u00a00.0"
    assert said["above"] == "72.0\u00a0±\u00a00.0"
    assert said["total"] == "100.0"


def test_of_three_forecasts_the_grey_value_costs_least():
    said = by_hand(0.3, (0.1, 0.3, 0.5))
    means = [float(said[f"both{place}"]) for place in (1, 2, 3)]
    assert min(means) == means[1] == pytest.approx(0.611)


def test_both_charts_are_drawn_with_their_sums():
    charts = draw(found())
    assert "= 40.0 nats" in charts["floor.html"]
    assert "+ 60.0 nats" in charts["floor.html"]
    assert "100.0 nats" in charts["tosses.html"]


def test_the_page_compares_one_toss_with_sixteen():
    assert {run.likelihood for run in RUNS} == {
        "expected-bernoulli",
        "binomial",
    }


def test_the_loss_on_grey_lies_above_its_tosses(monkeypatch):
    run = type(DIGITS)(data="digits", hidden=(8,), latents=2, epochs=1)
    result = train(run)
    monkeypatch.setattr(
        "snippets.measures.tosses.trained", lambda _: result
    )
    scored = limits(run)
    both = scored["distortion"] + scored["rate"]
    assert scored["grey"] == pytest.approx(both, rel=1e-5)
    assert scored["evidence"] < scored["grey"]
    sets = luck(run)
    assert len(set(sets)) == SETS
    assert scored["evidence"] < min(sets)
