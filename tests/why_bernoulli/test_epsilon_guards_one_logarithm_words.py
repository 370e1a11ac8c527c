"""What the page says of the trainings, and its charts."""

import copy

import pytest
import torch

from snippets.figures.epsilon_guards_one_logarithm import draw
from snippets.measures.guards import edges, grid
from snippets.measures.saturation_checks import check
from snippets.measures.saturation_words import between, of_runs
from snippets.measures.saturations import crossed
from snippets.why_bernoulli.epsilon_guards_one_logarithm import (
    FORMS,
    curves,
    question,
)

ENDED = {
    "step": 475,
    "epochs": 11.875,
    "inf": 0,
    "nan": 2,
    "rest": 129.0,
    "loss": None,
    "tops": [1.0, 2.0, 3.0, 5.0, 9.0, 17.0],
    "crossed": 475,
    "narrowest": 0.01,
    "below": 2e-5,
    "extra": 3e-6,
}
SOUND = {**ENDED, "step": 0, "nan": 0, "loss": 112.7, "epochs": 24}
WILD = {**ENDED, "step": 6, "rest": None, "narrowest": 0.0}
ONE = {**ENDED, "inf": 2, "nan": 0}
RUNS = {
    **dict.fromkeys(("asked", "grey", "binary_logits"), [SOUND] * 2),
    **dict.fromkeys(("faster", "faster_logits"), [WILD] * 2),
    "binary": [ENDED, ENDED],
    "fast": [SOUND, ONE],
    "fast_logits": [SOUND, SOUND],
}
ONES = {"ink": 0.13, "full": 0.05}


def test_words_count_the_runs_that_failed():
    said = of_runs(RUNS, ONES, edges())
    assert said["binary_failed"] == "2 of 2"
    assert said["binary_epochs"] == "12"
    assert said["fast_inf"] == "2"
    assert said["asked_beyond"] == "2"
    assert between([3, 1, 2]) == "1 to 3"


@pytest.mark.parametrize(
    ("group", "run"),
    [
        ("asked", ENDED),
        ("asked", {**SOUND, "tops": [9.0, 9.0, 90.0, 4.0, 4.0, 4.0]}),
        ("binary", ONE),
        ("binary_logits", {**SOUND, "crossed": 0}),
        ("faster_logits", SOUND),
        ("faster_logits", {**WILD, "narrowest": 1e-38}),
    ],
)
def test_the_prose_is_refused_where_trainings_say_otherwise(group, run):
    runs = copy.deepcopy(RUNS)
    runs[group][0] = run
    with pytest.raises(ValueError, match="look anew"):
        check(runs)


def test_the_first_step_with_a_certain_pixel_is_found():
    assert crossed(torch.tensor([3.0, 16.63, 16.64, 9.0, 17.0])) == 3
    assert crossed(torch.tensor([3.0, 16.63, float("nan")])) == 0


def test_three_charts_are_drawn():
    found = {
        **curves(question),
        "grid": grid(FORMS),
        "edges": edges(),
        "runs": RUNS,
    }
    charts = draw(found)
    assert set(charts) == {"curves.html", "cells.html", "climb.html"}
    assert all(chart.count("<svg") == 2 for chart in charts.values())
