"""What the page says of the code, and how it says the numbers."""

import inspect
import re
from pathlib import Path

import numpy as np

from snippets.why_bernoulli import the_sentence_is_one_number as page

PAGE = "docs/why_bernoulli/the_sentence_is_one_number.md"


def test_each_line_that_the_page_explains_is_a_line_of_the_function():
    text = (Path(__file__).parents[2] / PAGE).read_text()
    part = text[text.index('class="terms"') : text.index("## Derive")]
    lines = [c for c in re.findall(r"`([^`]+)`", part) if c != "x"]
    source = inspect.getsource(page.the_sentence)
    assert len(lines) == 6
    places = [source.index(line) for line in lines]
    assert places == sorted(places)


BOTH = {"together": 0.2, "batched": 0.4}


def found():
    """Numbers of nobody's network."""
    rng = np.random.default_rng(0)
    x = np.zeros((28, 28))
    x[8:20, 9:19] = 1
    seeds = [{"mean": 9.0 + i, "share": 0.1} for i in range(5)]
    parts = [{"distortion": 9.0 + i, "rate": 2.0} for i in range(5)]
    return {
        "x": x,
        "m": x / 2,
        "cost": x / 12,
        "loc": [1.0, 0.0],
        "scale": [0.2, 0.9],
        "z": [1.1, -0.5],
        "rates": [6.0, 1.0],
        "hole": [1.0, 0.5],
        "filled": [1.0],
        "digit": 6,
        "draws": [10.0, *rng.normal(12, 1, 99)],
        "centre": 9.5,
        "prior": [40.0, 60.0],
        "hole_mean": 1.2,
        "images": 500,
        "lost": [0.5, 0.6],
        "scatter": [s | BOTH for s in seeds],
        "widths": {"own": [p | {"sum": 11.0} for p in parts]},
    }


def test_the_words_and_the_charts_name_the_same_number():
    said, drawn = page.words(found()), page.draw(found())
    assert said["total"] == "10.0"
    assert said["bits"] == "14.4"
    assert said["chance"] == "4.5\u00a0·\u00a010⁻⁵"
    assert said["filled"] == "1 of the 2"
    assert said["filled_share"] == "10"
    assert "together are 10.0 nats" in drawn["path.html"]
    assert "10.0 nats" in drawn["path.html"].split("</title>")[1]
    assert "100 draws" in drawn["draws.html"]
