import numpy as np
import pytest
import torch

from snippets.figures.cross_entropy_is_no_grey_density import draw
from snippets.measures.count_fits import fits
from snippets.measures.tilts import LAWS, logits_for, mean_at
from snippets.vae.dataset import seeded
from snippets.why_bernoulli.cross_entropy_is_no_grey_density import (
    EXAMPLE,
    MEANS,
    PICTURES,
    SHOWN,
    areas,
    words,
)


@pytest.fixture(scope="module")
def found():
    """Two seeds, invented scores, counts that are drawn at random."""
    counts = torch.randint(0, 17, (60, 4), generator=seeded(0))
    pair = [2.0, 2.2]
    return {
        **areas(),
        "means": {"m": [0.2, 0.8], **mean_at([0.2, 0.8])},
        "lambda": 4.6e-5,
        "example": EXAMPLE,
        "mean_at": mean_at([EXAMPLE]),
        "logits": logits_for(MEANS),
        "crossed": {
            "rate": pair,
            "assumed": [0.2, 0.3],
            "coin": [0.2, 0.3],
            "error": [0.1, 0.1],
            "mean": [100.0, 101.0],
            "parameter": [120.0, 122.0],
        },
        "counted": {
            "rate": pair,
            "assumed": pair,
            "coin": [4.0, 6.6],
            "error": pair,
            "nats": [90.0, 91.0],
        },
        "rows": np.full((5, 5, 8, 8), 0.5),
        "errors": dict.fromkeys(PICTURES, pair),
        "fits": fits(counts.float(), 16),
    }


def test_the_words_take_differences_seed_by_seed(found):
    said = words(found)
    assert said["extra"] == "20.5\u00a0±\u00a00.7"
    assert said["tosses"] == "2.50\u00a0±\u00a00.71"
    assert said["trained_tosses"] == "2.50\u00a0±\u00a00.71"


def test_no_word_is_out_of_reach_of_a_page(found):
    assert all(name.isidentifier() for name in words(found))


def test_the_rows_of_the_table_of_logits_are_those_of_the_page(found):
    assert MEANS == [0.1, 0.3, 0.5]
    assert MEANS[0] == EXAMPLE
    assert words(found)["bernoulli_0"] == "−2.20"
    assert found["logits"]["continuous-bernoulli"][2] == pytest.approx(
        0
    )


def test_the_parameter_of_a_tenth_is_a_mean_of_a_third_or_less():
    means = [mean_at([EXAMPLE])[name][0] for name in LAWS]
    assert means == sorted(means)
    assert means[0] == pytest.approx(0.1)
    assert 0.3 < means[1] < means[2] < 1 / 3


def test_a_mean_of_a_tenth_needs_a_parameter_of_46_millionths():
    logits = logits_for([0.1])["continuous-bernoulli"]
    m = torch.tensor(logits).double().sigmoid().item()
    assert m == pytest.approx(4.6e-5, abs=1e-6)


def test_the_areas_of_the_figure_are_the_largest_and_two_less(found):
    below = [found["areas"][m] for m in SHOWN]
    assert below[0] == 0.5
    assert below == sorted(below, reverse=True)
    assert below[1] == pytest.approx(0.364, abs=1e-3)


def test_it_draws_four_charts_five_rows_and_their_table(found):
    drawn = draw(found)
    charts = [name for name in drawn if name.endswith(".html")]
    assert len(charts) == 5
    assert all(
        drawn[f"{name}.png"][:4] == b"\x89PNG" for name in PICTURES
    )
    assert drawn["rows.html"].count("<tr>") == 5
    assert "100 % of the pixels" in drawn["rows.html"]
    assert "100.5 for m read as mean" in drawn["readings.html"]


def test_a_tenth_is_a_count_of_two_or_of_five(found):
    said = words(found)
    assert said["count_as_mean"] == "1.6"
    assert said["count_as_parameter"] == "5.0"
