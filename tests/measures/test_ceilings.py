"""What a code can be worth, and what the page says of it."""

import numpy as np
import pytest

from snippets.measures import ceilings
from snippets.vae.dataset import load
from snippets.why_not_mse.mse_hides_a_variance import (
    ASSUMED,
    SHOWN,
    SWEEP,
    draw,
    words,
)


def scored(variance):
    """Two seeds: less noise, a larger rate, a smaller error."""
    rate = 2 / variance
    error = min(0.06, 0.6 * variance)
    return {
        "rate": [rate, 1.1 * rate],
        "error": [error, error],
        "active": [3, 4],
    }


FOUND = {
    "sweep": {variance: scored(variance) for variance in SWEEP},
    "coins": {
        name: scored(0.2) for name in ("bernoulli", "colours", "means")
    },
    "matched": {"bernoulli": [0.2, 0.1], "colours": [0.6, 0.3]},
    "spread": 53.0,
    "rows": np.zeros((7, 10, 28, 28)),
    "shown": SHOWN,
}


def test_the_mean_image_misses_by_the_variances_of_the_pixels():
    x = load("digits").images("train", "grey").double()
    spread = ceilings.spread_of_images("digits")
    errors = (x - x.mean(0)).square().sum(1)
    assert spread == pytest.approx(errors.mean().item(), rel=1e-5)


def test_a_ceiling_falls_as_the_noise_grows():
    assert ceilings.ceiling(53.0, 0.5) == 53
    assert ceilings.ceiling(53.0, 1.0) == 26.5


def test_the_page_is_not_written_where_a_rate_exceeds_its_ceiling():
    ceilings.within({1.0: {"rate": [26.0]}}, 53.0)
    with pytest.raises(ValueError, match="rewrite it"):
        ceilings.within({1.0: {"rate": [26.0, 27.0]}}, 53.0)


def test_the_variances_of_the_table_are_those_of_the_reductions():
    assert ASSUMED["sum"] == 0.5
    assert ASSUMED["mean"] == 784 * ASSUMED["sum"]
    assert ASSUMED["mean_mean"] == pytest.approx(784 / 40)


def test_the_words_name_each_loss():
    said = words(FOUND)
    assert said["sum_rate"].startswith("4.2")
    assert said["sum_excess"] == "8"
    assert said["mean_ceiling"] == "0.07"
    assert said["mean_nat"] == "784"
    assert said["ratio"].startswith("3.00")
    assert said["public_variance"] == "1.54"
    assert said["public_one"] == "6,144"


def test_six_rows_and_a_chart_are_drawn():
    drawn = draw(FOUND)
    assert len([name for name in drawn if name.endswith(".png")]) == 7
    assert drawn["rows.html"].count("<tr>") == 7
    assert "at ½ 4.2" in drawn["rates.html"]
