import numpy as np
import pytest

from snippets.measures.binarised import ASKED, BINARY, answer
from snippets.measures.binarised_words import apart, check, widest
from snippets.why_bernoulli.binarising_is_a_choice import (
    draw,
    runaway,
    words,
)


def found():
    one = {"threshold": 125.0, "once": 132.0, "afresh": 132.5}
    one |= {"own": 133.0, "tosses": 132.0, "others": 131.9}
    cut = {**one, "threshold": 124.5}
    frozen = {**one, "afresh": 133.0, "others": 133.0}
    scores = {"grey": [one, one], "threshold": [cut, cut]}
    scores |= {"once": [frozen, {**frozen, "afresh": 132.8}]}
    scores |= {"afresh": [one, {**one, "afresh": 132.9}]}
    step = {"grey": 3.0, "toss": 1.0}
    ink = np.linspace(0, 1, 28 * 28).reshape(28, 28)
    return {
        "views": np.stack([ink] * 4 + [ink > 0.5]),
        "chance": 50.0,
        "scores": scores,
        "still": [step, step],
        "moving": [step, step],
        "entropy": 45.0,
        "answers": {
            n: [answer(n, v) for v in (0.3, 1.5)] for n in ASKED
        },
        "runaway": runaway(1.5),
    }


def test_words_say_moves_of_means_and_of_single_networks():
    said = words(found())
    assert (said["least"], said["most"]) == ("7.0", "8.0")
    assert (said["single_least"], said["single_most"]) == ("7.0", "8.0")
    assert said["widest"] == "0.5"
    assert said["frozen"] == "0.4\u00a0±\u00a00.1"
    assert said["still"] == "25\u00a0±\u00a00"


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("grey", "once", 124.0),
        ("once", "others", 131.0),
        ("once", "afresh", 132.0),
        ("threshold", "threshold", 126.0),
        ("afresh", "afresh", 134.0),
    ],
)
def test_the_prose_is_refused_where_scores_say_otherwise(
    name, key, value
):
    scores = found()["scores"]
    check(scores)
    scores[name] = [{**one, key: value} for one in scores[name]]
    with pytest.raises(ValueError, match="look anew"):
        check(scores)


def test_scores_differ_by_network_and_by_view():
    scores = {"a": [dict.fromkeys(BINARY, 1.0)]}
    scores["b"] = [{**scores["a"][0], "once": 3.0}]
    assert widest(scores) == 2.0
    assert apart(scores["b"], "once", "afresh") == [2.0]


def test_two_charts_a_table_and_an_error_are_drawn():
    drawn = draw(found())
    assert "loss, nats per image" in drawn["losses.html"]
    assert drawn["views.html"].count("<svg") == 2
    assert drawn["answers.md"].count("Error") == 3
    assert drawn["refusal.txt"].startswith("ValueError")
