import pytest

from snippets.figures.the_mismatch_saturates import draw
from snippets.measures import courses, link_checks, pulls
from snippets.measures.courses import COURSES, begun
from snippets.why_not_mse.the_mismatch_saturates import words

BEGUN = {"least": [1.0, 2.0], "most": [8.0, 9.0], "below": [0, 1e-4]}


def trained(last):
    """Three looks at two seeds, and what is known at the end."""
    row = [0.3, max(last, 0.08), last]
    ends = {"rate": [1.0, 1.2], "drawn": [last] * 2}
    beyond = {"outside": [0.02, 0.03], "furthest": [0.05, 0.04]}
    haze = [[0.5, 0.1, 0.02]] * 2
    return {"error": [row, row], "haze": haze, **ends, **beyond}


@pytest.fixture
def found():
    last = dict.fromkeys(COURSES, 0.07)
    last |= {"adam_usual_coin": 0.05, "adam_usual_bell": 0.04}
    last |= {"adam_usual_line": 0.06, "adam_wrong_bell": 0.075}
    last |= {"adam_wrong_coin": 0.08}
    for name in ("sgd_wrong_bell", "sgd_wrong_arctan"):
        last[name] = 0.3
    last["adam_lost_bell"] = 0.3
    rates = {"rate": [0.1, 0.2], "outside": [0.01, 0.02]}
    both = {"sigmoid": rates, "linear": rates}
    return {
        "curves": pulls.curves(),
        "courses": {name: trained(end) for name, end in last.items()},
        "begun": dict.fromkeys(courses.STARTS, BEGUN),
        "collapse": {
            1.0: both | {"count": 0},
            0.5: both | {"count": 3},
        },
        "mean_image": 0.0735,
    }


def test_the_page_says_when_a_level_is_reached_and_if_never(found):
    said = words(found)
    assert said["adam_wrong_coin_when"] == "5\u00a0±\u00a00"
    assert said["sgd_wrong_bell_when"] == "never"
    assert said["stuck"] == "2 of 2"
    assert (said["below"], said["below_seeds"]) == ("0.010", "1 of 2")
    assert (said["ratio"], said["matched_ratio"]) == ("30", "11.5")
    assert said["bell_far"] == "9.1\u00a0×\u00a010⁻⁵"
    assert all(isinstance(word, str) for word in said.values())


def test_other_results_stop_the_build(found):
    found["courses"]["sgd_wrong_bell"] = trained(0.07)
    with pytest.raises(ValueError, match="look anew"):
        link_checks.check(found)


def test_random_weights_scatter_the_first_outputs_about_the_bias():
    seen = begun(COURSES["adam_wrong_coin"][:1])
    assert seen["least"][0] < 6 < seen["most"][0]
    assert seen["below"] == [1]


def test_both_charts_can_be_drawn(found):
    assert draw(found).keys() == {"pulls.html", "courses.html"}
