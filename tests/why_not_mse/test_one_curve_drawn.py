import copy

import numpy as np
import pytest

from snippets.figures.parts.curve_slopes import NAMES
from snippets.measures.curve_words import SIDES
from snippets.sweeps import DIGIT_VARIANCES, VARIANCES
from snippets.why_not_mse import one_curve as page

NEAR = {"rate": [14.0, 16.0], "error": [0.03, 0.029]}


def swept(variances, pixels, steep):
    """Places whose slope is `steep` times the larger variance."""
    rate, error, found = 1.0, 0.06, {}
    for variance in variances:
        found[variance] = {
            "rate": [rate, rate + 0.1],
            "error": [error, error],
        }
        rate += 1.0
        error -= steep * variance / pixels
    return found


def side(variances, pixels, steep):
    sweep = swept(variances, pixels, steep)
    return {
        "sweep": sweep,
        "training": sweep,
        "bernoulli": NEAR,
        "matched": [0.17, 0.185],
        "gap": [0.01, 0.02],
        "coin": [0.18, 0.19],
    }


RULED = [
    [{"squared": s, "cross": c} for s, c in each]
    for each in (
        [(80.0, 135.0), (81.0, 136.0)],
        [(81.0, 133.0), (80.5, 134.0)],
    )
]
LIKE = ("losses", "first_seeds", "second_seeds", "both", "told")
MARGINS = {"first_margin": [0.002, 0.003], "second_margin": [0.001] * 2}
PLACES = dict.fromkeys(("half", "matched", "bernoulli"), NEAR)
PLACES["half"] = {"rate": [8.0, 8.4], "error": [0.036, 0.035]}
FOUND = {
    "mnist": side(VARIANCES, SIDES["mnist"], 2.5),
    "digits": side(DIGIT_VARIANCES, SIDES["digits"], 1.9),
    "linear": {"rate": [0.0, 9.0], "error": [0.07, 0.02]},
    "longer": {"test": PLACES, "training": PLACES},
    "learned": NEAR | {"variance": [0.018, 0.019]},
    "twin": NEAR,
    "twin_training": NEAR,
    "rulers": RULED,
    "likeness": {n: [0.04, 0.05] for n in LIKE}
    | MARGINS
    | {"margin": 9},
    "rows": np.full((4, 10, 28, 28), 0.5),
}


def test_the_page_counts_the_slopes_that_minima_can_have():
    said = page.words(FOUND)
    assert said["mnist_slopes"] == str(2 * (len(VARIANCES) - 1))
    assert said["mnist_inside"] == "0"
    assert said["digits_inside"] == said["digits_slopes"]
    assert said["digits_steps"] == str(len(DIGIT_VARIANCES) - 1)


def test_the_page_counts_the_slopes_that_are_too_steep_or_flat():
    digits = side(DIGIT_VARIANCES, SIDES["digits"], 1.9)
    training = copy.deepcopy(digits["training"])
    first, second, *_, last = training
    training[first]["error"][0] = training[second]["error"][0]
    training[last]["error"][1] = -1.0
    digits |= {"training": training, "gap": [-0.003, 0.019]}
    found = FOUND | {"digits": digits}
    said = page.words(found)
    assert said["digits_over"] == "1.9"
    for count in ("flat", "steep", "steep_steps", "under"):
        assert said[f"digits_{count}"] == "1"
    assert said["digits_sent"] == "3.05"
    training[last]["error"][1] = 1.0  # flat where the page says steep
    with pytest.raises(ValueError, match="too flat"):
        page.words(found)


def test_each_ruler_says_what_the_other_loss_gives_away():
    said = page.words(FOUND)
    assert said["lost_squared"].startswith("0.2")  # of 1.0 and -0.5
    assert said["won_squared"] == "1"
    assert said["lost_cross"].startswith("2.0")
    assert said["won_cross"] == "2"
    assert said["faint"] == "2"  # times as much ink at the margin


def test_every_row_and_both_widths_are_drawn():
    drawn = page.draw(FOUND)
    assert drawn["rows.html"].count("<img") == 5
    for chart in ("frontier.html", "digits.html", "slopes.html"):
        assert drawn[chart].count("<svg") == 2
    for name in NAMES.values():
        assert name in drawn["slopes.html"]


MATCH = {"matched": [0.2, 0.21]}
ELSEWHERE = side(VARIANCES, SIDES["mnist"], 2.5) | MATCH
NOT_STEEP = side(VARIANCES, SIDES["mnist"], 1.9)


@pytest.mark.parametrize(
    ("mnist", "why"),
    [(ELSEWHERE, "train there"), (NOT_STEEP, "MNIST is too steep")],
)
def test_the_page_is_not_written_for_other_results(mnist, why):
    with pytest.raises(ValueError, match=why):
        page.words(FOUND | {"mnist": mnist})
