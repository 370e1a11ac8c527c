"""The words and figures of the page, from invented numbers."""

import re
from pathlib import Path

import pytest

from snippets.figures.collapse_is_predictable import draw, table
from snippets.measures.collapse import SWEEPS
from snippets.measures.collapse_longer import WATCHED, check_longer
from snippets.measures.collapse_words import words
from snippets.why_not_mse.collapse_is_predictable import RUNS, foretold

NAME = "collapse_is_predictable"
PAGE = Path(__file__).parents[2] / f"docs/why_not_mse/{NAME}.md"
TOPS = {"digits": 0.72, "mnist_5k": 5.2}
SPECTRA = {
    data: [top * 0.8**place for place in range(60)]
    for data, top in TOPS.items()
}
ENDS = {"above": 0.001, "below": 0.1, "deep": 1e-4, "far": 0.9}


def counted(count, loss):
    """Five starts that agree in their counts."""
    names = ("directions", "latents", "priced")
    losses = [loss * (1 + 1e-6 * seed) for seed in range(5)]
    counts = {name: [count] * 5 for name in names}
    ends = {"loss": losses, "slope": [3e-3] * 5}
    return counts | ends | {"rate": [1.0] * 5}


def watched(end):
    first = [[0.1, 0.003, *[end] * 239]] * 2
    counts = [[3] * 241] * 2
    return {"first": first, "latents": counts, "many": counts}


@pytest.fixture(scope="module")
def found():
    said = {
        data: {v: foretold(SPECTRA[data], v) for v in sweep}
        for data, sweep in SWEEPS.items()
    }
    as_said = {
        data: {v: counted(e["count"], e["loss"]) for v, e in s.items()}
        for data, s in said.items()
    }
    ends = {name: ENDS.get(name, 0.03) for name in WATCHED}
    return {
        "eigenvalues": SPECTRA,
        "pixels": {"digits": 64, "mnist_5k": 784},
        "threshold": 0.01,
        "steps": {"digits": 20, "MNIST": 80},
        "foretold": said,
        "linear": as_said,
        "network": as_said,
        "watched": {name: watched(end) for name, end in ends.items()},
        "ours": [counted(3, 1.0), counted(8, 1.0)],
        "growth": dict.fromkeys(WATCHED, 0.1),
    }


def test_the_words_name_the_first_eigenvalue(found):
    said = words(found)
    assert (said["digits_top"], said["mnist_5k_top"]) == (
        "0.72",
        "5.20",
    )
    assert said["linear_slope"] == "10⁻²"


def test_the_page_asks_for_no_word_that_is_not_there(found):
    asked = re.findall(rf"\[\[ {NAME}\.(\w+) \]\]", PAGE.read_text())
    assert asked
    assert set(asked) <= set(words(found))


@pytest.mark.parametrize(
    ("name", "end"), [("above", 0.5), ("deep", 0.5), ("mnist", 0.001)]
)
def test_a_code_that_ends_otherwise_is_an_error(found, name, end):
    with pytest.raises(ValueError, match="rewrite it"):
        check_longer({**found["watched"], name: watched(end)})


def test_a_table_has_a_row_for_each_variance(found):
    rows = table("digits", found).splitlines()
    assert len(rows) == 2 + len(SWEEPS["digits"])
    least = min(SWEEPS["digits"])
    count = found["foretold"]["digits"][least]["count"]
    assert rows[-1].startswith(
        f"| {least:g} | {count} | {count}.0\u00a0±"
    )


@pytest.mark.parametrize(
    ("chart", "text"),
    [
        ("digits.html", "linear VAE:"),
        ("mnist_5k.html", "SSE / 2 + KL"),
        ("spectrum.html", "mean squared error + KL, 784 pixels"),
        ("growth.html", "layers, σ² = ½"),
    ],
)
def test_each_chart_is_drawn_for_both_widths(found, chart, text):
    drawn = draw(found)[chart]
    assert drawn.count('role="img"') == 2
    assert text in drawn


def test_no_training_is_listed_twice():
    assert len(set(RUNS)) == len(RUNS)
