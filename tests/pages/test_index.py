import numpy as np
import pytest

from snippets.figures.index import draw
from snippets.figures.parts.variances import BREAK, place
from snippets.pages.index import SWEEP, words
from snippets.sweeps import VARIANCES

FOUND = {
    "variances": [392.0, 1.0, 0.5, 0.25],
    "pictures": np.full((4, 28, 28), 0.5),
    "bernoulli": np.full((28, 28), 0.5),
    "matched": [0.2, 0.3],
    "gap": [0.01, -0.01],
}


def test_each_halving_of_the_variance_is_one_step_to_the_right():
    steps = [place(variance) for variance in VARIANCES]
    assert np.diff(steps) == pytest.approx(np.ones(len(steps) - 1))
    assert steps[0] == BREAK


def test_the_mean_squared_error_stands_apart_at_the_far_left():
    assert max(SWEEP) == 784 / 2
    assert place(max(SWEEP)) == 0.0


def test_the_place_of_the_bernoulli_is_said_with_its_spread():
    assert words(FOUND)["matched"] == "0.25\u00a0±\u00a00.07"


def test_the_alternative_text_names_the_place_and_every_variance():
    chart = draw(FOUND)["ladder.html"]
    assert "variance of 0.25" in chart
    assert "392, 1, ½, ¼" in chart


def test_the_figure_is_the_same_each_time_it_is_drawn():
    assert draw(FOUND) == draw(FOUND)
