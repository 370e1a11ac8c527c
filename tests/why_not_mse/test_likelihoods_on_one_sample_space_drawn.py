import numpy as np
import pytest

from snippets.figures.likelihoods_on_one_sample_space import draw
from snippets.measures.ranking_checks import (
    check,
    check_bounds,
    check_lines,
    check_steps,
)
from snippets.measures.standings import ENTRIES, LARGE
from snippets.why_not_mse.likelihoods_on_one_sample_space import (
    SHOWN,
    words,
)

ORDER = {
    "beta_binomial": 80.0,
    "logistic": 85.0,
    "discretised": 86.0,
    "geometric": 87.0,
    "categorical": 88.0,
    "binomial": 89.0,
    "pixel": 95.0,
    "mean": 96.0,
    "continuous": 108.0,
    "optimal": 109.0,
    "learned": 110.0,
    "sum": 125.0,
    "parameter": 130.0,
    "tosses": 160.0,
    "average": 170.0,
}
WEIGHTED = {"binomial": 6.0, "pixel": 12.0}  # nats gained


def law(name, seeds):
    """Scores that follow from the order."""
    nats = [ORDER[name] + 0.1 * seed for seed in range(seeds)]
    place = list(ORDER).index(name)
    return {
        "nats": nats,
        "evidence": [n - WEIGHTED.get(name, 2) for n in nats],
        "bits": [n / 40 for n in nats],
        "sharp": [n / 40 - 0.1 for n in nats],
        "rate": [3.0] * seeds,
        "dearest": [200.0] * seeds,
        "error": [0.5 + place] * seeds,
        "active": [8] * seeds,
        "seconds": [0.02 * (1 + place)] * seeds,
        "chosen": [50 + place] * seeds,
        "epochs": [60 + place] * seeds,
    }


def part(names, seeds):
    packed = {
        name: {"bits": 2.5, "order": "an image a row"}
        for name in ("bz2", "xz", "png")
    }
    laws = {n: law(n, seeds) for n in names}
    lines = {"xz": 2.5, "PNG": 3.0}
    return {
        "laws": laws,
        "packed": {**packed, "after": 2.4},
        "lines": lines,
    }


def large():
    """The order on the larger images, between xz and uniform."""
    made = part(LARGE, 5)
    order = ("beta_binomial", "logistic", "mean", "learned")
    order += ("geometric", "parameter", "binomial", "tosses")
    for place, name in enumerate(order):
        score = made["laws"][name]
        score["nats"] = [900.0 + 100 * place + s for s in range(5)]
        score["bits"] = [2.0 + 2 * place] * 5
        score["epochs"] = score["chosen"]
    made["lines"] = {"xz": 1.5, "uniform": 8.0}
    return made


@pytest.fixture(scope="module")
def found():
    pair = [100.0, 101.0, 102.0, 103.0, 105.0]
    own = {"bins": pair, "fitted": pair, "mean": pair}
    images = np.full((10, 8, 8), 0.5)
    digits = {
        "independent": {"categorical": 107.0, "uniform": 181.0},
        "reread": {
            "average": own,
            "sum": own,
            "learned": own | {"mean": [p - 9 for p in pair]},
            "mean": {"mean": pair, "fitted": pair, "tosses": pair},
        },
        "drawn": dict.fromkeys(("input", *SHOWN), images),
        "ends": {"pixels": 40.0, "levels": 16},
        "fitted": [0.02] * 5,
    }
    return {
        "digits": part(ENTRIES, 5) | digits,
        "mnist": large(),
        "steep": -1000.0,
    }


@pytest.fixture(scope="module")
def files(found):
    return draw(found)


def test_differences_are_taken_seed_by_seed(found):
    said = words(found)
    assert said["reading"] == "9.0\u00a0±\u00a00.0"
    assert said["beta_binomial_to_logistic"] == "5.0\u00a0±\u00a00.0"


def test_the_words_of_both_rankings_stand_apart(found):
    said = words(found)
    assert said["codes"] == "500"
    assert said["mnist_codes"] == "16"
    assert all(name.isidentifier() for name in said)


def test_a_new_order_asks_for_a_new_page(found):
    with pytest.raises(ValueError, match="rewrite the page"):
        check(found["digits"], (("mean", "beta_binomial"),))


def test_a_family_that_decides_more_asks_for_a_new_page(found):
    laws = found["digits"]["laws"]
    dear = laws | {"binomial": laws["average"]}
    with pytest.raises(ValueError, match="width"):
        check_steps(dear)


def test_another_order_of_the_bounds_asks_for_a_new_page(found):
    laws = found["digits"]["laws"]
    dear = laws | {"pixel": laws["average"]}
    with pytest.raises(ValueError, match="weighted"):
        check_bounds(dear)


def test_a_law_that_crosses_a_line_asks_for_a_new_page(found):
    crossed = found["mnist"] | {"lines": {"xz": 3.0, "uniform": 8.0}}
    with pytest.raises(ValueError, match="xz"):
        check_lines(crossed)


def test_all_files_of_the_page_are_drawn(files):
    assert {"digits.html", "mnist.html", "readings.md"} <= set(files)
    assert {f"{name}.png" for name in ("input", *SHOWN)} <= set(files)
    rows = files["digits_costs.md"].splitlines()
    assert len(rows) == 2 + len(ENTRIES)
    assert "beta-binomial" in rows[2]
    assert "MSE + KL" in rows[-1]


def test_the_alternative_text_tells_the_order(files):
    text = files["digits.html"]
    assert "beta-binomial 2.00" in text
    assert text.index("beta-binomial 2") < text.index("MSE + KL 4")


def test_no_table_is_too_wide_for_a_phone(files):
    for name, text in files.items():
        if name.endswith(".md"):
            assert text.splitlines()[0].count("|") <= 5, name
