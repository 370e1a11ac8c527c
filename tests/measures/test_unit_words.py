"""The words and the figures, from numbers that are invented."""

import math

import numpy as np

from snippets.why_not_mse.squared_error_is_a_gaussian import (
    BELLS,
    PRICED,
    SWEPT,
    draw,
    words,
)

FOUND = {
    "bells": {"sum": 0.5, "half": 1.0, "mean": 392.0},
    "outside": dict.fromkeys(BELLS, 0.5),
    "seen": [
        {"density": np.ones(5), "scatter": s, "beyond": 0.5}
        | {"close": 0.1}
        for s in (0.3, 0.4)
    ],
    "rates": {
        n: {"rate": [1, 3], "error": [0.04, 0.04]} for n in SWEPT
    },
    "priced": {
        name: [
            {"written": 40.0, "constant": 449.0, "nats": n}
            | {"bits": 8.9, "exact": 2.5, "shared": 7.7, "paper": 0.8}
            for n in (488.0, 490.0)
        ]
        for name in PRICED
    },
    "scatter": {
        "map": np.linspace(0, 0.4, 784).reshape(28, 28),
        "overall": 0.25,
        "still": 124,
        "least": 0.001,
        "most": 0.4,
    },
}


def test_the_words_name_each_scale_and_each_loss():
    said = words(FOUND)
    assert (said["sum_sd"], said["mean_variance"]) == ("0.71", "392")
    assert said["both_variance"] == "0.005"
    assert said["batch_variance"] == "39,200"
    assert said["overall_c"] == "4.00"
    assert said["overall_variance"] == fixed_half(0.25)
    assert said["levels_variance"] == "7.7 × 10⁻⁶"
    assert said["times"] == "0.2"
    assert said["ink_nats"].startswith("489")
    assert said["ink_waste"] == "1.2"
    assert said["ink_ends"] == "5.2"
    assert said["low_share"].startswith("20.0")


def fixed_half(sd):
    return f"{sd**2 / 2:.3f}"


def test_both_charts_say_what_they_show():
    drawn = draw(FOUND)
    assert set(drawn) == {"bells.html", "noises.html"}
    assert "50 % of it lies below 0" in drawn["bells.html"]
    noise = 0.4 * math.sqrt(0.5)
    assert f"0 to ± {noise:.2f}" in drawn["noises.html"]
