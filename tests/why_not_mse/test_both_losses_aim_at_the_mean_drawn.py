"""Worked examples, and words and figures from invented numbers."""

import math

import numpy as np
import pytest

from snippets.figures.both_losses_aim_at_the_mean import draw
from snippets.measures.aim_examples import DIAL, SMALL, dial, examples
from snippets.measures.aim_words import check, crossing, numbers
from snippets.measures.doubt import EDGES
from snippets.measures.rulers import TARGETS, bowl


def test_the_dial_is_where_no_turn_makes_it_cheaper():
    first, second, ahead = DIAL.values()
    t = dial()["coins"]
    pull = (t - first) / (t * (1 - t))
    behind = second - ahead - t
    other = behind / ((t + ahead) * (1 - t - ahead))
    assert pull == pytest.approx(other, rel=1e-3)
    even = dial()["squared"]
    assert even - first == pytest.approx(second - ahead - even)
    assert t - first < (even - first) / 2


def test_the_examples_say_what_was_computed():
    said = examples()
    rare = -0.02 * math.log(0.03 / 0.02)
    rare -= 0.98 * math.log(0.97 / 0.98)
    assert said["rare_nats"] == f"{rare:.5f}"
    assert said["haze_squared"] == f"{2 * SMALL**2:.4f}"
    assert said["times"] == "10"
    assert said["share"] == "0.4"


def pair(gap):
    line = [gap + step for step in range(len(EDGES) + 1)]
    return {
        "doubt": [0.03 * i for i in range(len(EDGES) + 1)],
        "share": [1 / 7] * 7,
        "made": [1 / 7] * 7,
        "gaps": [line, line],
        "whole": [gap, gap],
        "below": [-1.0, -1.0],
        "above": [1.0, 1.0],
    }


def later():
    """After more epochs the second bin is the lowest."""
    found = pair(-3.0)
    first, _, *rest = found["gaps"][0]
    return found | {"gaps": [[first, first - 2.0, *rest]] * 2}


def invented():
    pictures = np.full((10, 784), 0.25)
    near = {"coins": 5e-12, "squares": 2e-12, "distances": 0.1}
    table = {name: pictures + off for name, off in near.items()}
    shared = {1 / 8: pair(-2.0), 0.177: pair(-3.5), 1 / 4: pair(-9.0)}
    return {
        "bowls": {target: bowl(target) for target in TARGETS},
        "table": {"mean": pictures, **table},
        "shared": shared,
        "digit": pair(-3.0),
        "longer": later(),
        "nats": {"spared": [3.0, 3.0], "paid": [1.0, 1.0]},
        "strict": [{"added": 70.0, "least": 40.0}] * 2,
    }


def test_the_crossing_is_read_between_two_bins():
    assert crossing(pair(-3.5)) == pytest.approx(0.03 * 3.5)
    assert np.isnan(crossing(pair(1.0)))


def test_pictures_and_words_from_invented_numbers():
    said = numbers(invented(), 0.177)
    assert said["crossing"] == "0.10"
    assert said["crossing_least"] == said["crossing_most"] == "0.10"
    assert said["longer_next"].startswith("−5.0")
    assert said["longer_doubtful_each"] == "3.0 and 3.0"
    assert said["quarter_bin"] == "1"
    assert said["coins_off"] == "10⁻¹¹"
    assert said["distances_off"] == "0.10"
    drawn = draw(invented())
    assert {"bowls.html", "doubt.html", "rows.html"} < set(drawn)
    assert "&lt; 10⁻¹¹" in drawn["rows.html"]


def test_a_measurement_that_contradicts_the_prose_is_refused():
    found = invented()
    found["shared"][1 / 4] = pair(-1.0)
    with pytest.raises(ValueError, match="cross as well"):
        check(found, 0.177)
    found = invented()
    found["shared"][0.177]["below"] = [1.0, 1.0]
    with pytest.raises(ValueError, match="trade places"):
        check(found, 0.177)
    found = invented()
    found["longer"] = pair(-3.0)
    with pytest.raises(ValueError, match="more epochs"):
        check(found, 0.177)
    found = invented()
    found["nats"]["paid"] = [4.0, 4.0]
    with pytest.raises(ValueError, match="trade places"):
        check(found, 0.177)
