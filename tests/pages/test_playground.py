import io
import json

import numpy as np
import pytest
import torch
from PIL import Image

from snippets.figures.parts import play_ruler
from snippets.figures.playground import draw, sheet
from snippets.measures.play_elements import EACH, places
from snippets.measures.play_networks import BUDGET, bits
from snippets.pages.playground import within_bounds, words
from snippets.vae.dataset import load

CODES = {"loc": [[0.5, 1.0]] * 2, "scale": [[0.1, 0.2]] * 2}
LATENTS = {"loc": [0.1, 2.0], "scale": [0.9, 0.2], "z": [0.0, 2.1]}
FOUND = {
    "map": {
        "sizes": [2, 4, 784],
        "variance": 0.5,
        "digits": [1, 3],
        "bernoulli": CODES,
        "gaussian": CODES,
    },
    "first": 3,
    "sentence": {"encoder": [784, 4]},
    "variance": {
        "eigenvalues": np.geomspace(5, 0.01, 784).tolist(),
        "models": [{"variance": 0.5, "rate": 6.0, "row": 1}],
    },
    "pictures": np.full((2, 10, 28, 28), 0.5),
    "map_bernoulli": np.full((28, 28), 0.5),
    "map_gaussian": np.full((28, 28), 0.5),
    "map_file": np.frombuffer(b"abc", np.uint8),
    "sentence_file": np.frombuffer(b"de", np.uint8),
    **{f"path_{name}": value for name, value in LATENTS.items()},
    "path_x": np.ones((28, 28)),
    "path_m": np.full((28, 28), 0.5),
    "path_cost": np.full((28, 28), 0.1),
    "path_digit": 6,
    "path_draws": [78.4],
    "changed": {"coins": {"probability": 0.01, "nats": 0.2}},
}


def test_every_element_has_a_still_figure_and_its_files():
    drawn = draw(FOUND)
    for name in ("ruler", "variance", "map", "sentence"):
        assert drawn[f"{name}.html"].count("<svg") == 2
    assert drawn["map.bin"] == b"abc"
    assert json.loads(drawn["map.json"]) == FOUND["map"]


def test_the_figures_are_the_same_each_time_they_are_drawn():
    assert draw(FOUND) == draw(FOUND)


def test_the_still_ruler_tells_what_it_shows():
    said = draw(FOUND)["ruler.html"]
    assert "cross-entropy is 1.15 nats above" in said
    assert "squared error costs 0.49" in said
    assert "0.70, which reaches the target, and 0.22" in said
    assert play_ruler.coins(play_ruler.TARGET) == pytest.approx(0)


def test_recorded_digits_lie_row_under_row_without_a_border():
    image = Image.open(io.BytesIO(sheet(FOUND["pictures"])))
    assert image.size == (10 * 26 - 2, 2 * 24)


def test_the_same_digit_stands_together_on_the_map():
    labels = load("mnist_5k").test.labels[places(EACH)]
    assert labels.tolist() == [
        d for d in range(10) for _ in range(EACH)
    ]


def test_a_bit_is_a_pixel_the_first_one_high():
    x = torch.zeros(1, 16)
    x[0, 0] = x[0, 15] = 1
    assert bits(x) == bytes([0b1000_0000, 0b0000_0001])


@pytest.mark.parametrize("name", ["probability", "nats"])
def test_more_change_than_the_page_says_stops_the_build(name):
    too_much = {"coins": {"probability": 0.0, "nats": 0.0, name: 1.5}}
    with pytest.raises(ValueError, match=f"changes a {name} of coins"):
        within_bounds(too_much)


def test_too_many_bytes_stop_the_build():
    many = np.zeros(BUDGET, np.uint8)
    with pytest.raises(ValueError, match="above 300000"):
        words({**FOUND, "map_file": many})
