"""What a figure is made of can be taken along."""

import json
import math

import numpy as np
import pytest
import torch

from snippets.build import record
from snippets.build.claims import collect

FOUND = {
    "third": 1 / 3,
    "nested": {1: (0.1234567891, 2)},
    "picture": np.array([[1 / 3, math.nan], [0, 1]]),
    "tensor": torch.tensor([0.5]),
    "file": np.array([1, 2], np.uint8),
}


def test_the_numbers_are_those_of_the_drawing_with_few_digits():
    assert json.loads(record.data(FOUND)) == {
        "third": 0.333333,
        "nested": {"1": [0.123457, 2]},
        "picture": [[0.3333, None], [0.0, 1.0]],
        "tensor": [0.5],
    }


def test_each_name_has_a_line():
    lines = record.data(FOUND).splitlines()
    assert len(lines) == len(FOUND) + 1  # braces, and no file


@pytest.mark.parametrize(
    "value", [math.nan, [math.inf], {"a": math.nan}]
)
def test_a_number_that_is_none_is_refused(value):
    with pytest.raises(ValueError, match="'a' holds nan"):
        record.data({"a": value})


def test_the_code_of_a_figure_is_that_which_measured_and_drew_it():
    text = record.code(collect()["blur_is_the_mean"])
    named = [
        line.removeprefix("# --- snippets/")
        for line in text.splitlines()
        if line.startswith("# --- ")
    ]
    assert named[:2] == [
        "why_not_mse/blur_is_the_mean.py",
        "figures/blur_is_the_mean.py",
    ]
    assert "figures/parts/blur_rows.py" in named
    assert "def measure()" in text
    assert "def draw(" in text
