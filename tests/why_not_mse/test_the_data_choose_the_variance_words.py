"""What the page says and draws, of measurements that are invented."""

import copy

import pytest

from snippets.figures.the_data_choose_the_variance import draw
from snippets.measures.scales import meeting
from snippets.why_not_mse.the_data_choose_the_variance import words

FALL = [0.5, 0.2, 0.1]


def settled(*scale):
    """Two seeds that end at the same place."""
    met = [meeting(list(scale), FALL)] * 2
    ratio = [scale[-1] / FALL[-1]] * 2
    pair = {"scale": [list(scale)] * 2, "root": [FALL] * 2}
    return {**pair, "ratio": ratio, "met": met}


def place(rate, error, loss=-400.0):
    return {
        "variance": [error, error],
        "rate": [rate, rate + 1],
        "error": [error, error],
        "loss": [loss, loss - 4],
    }


def floor(train, test, worst=7, odd=900.0):
    return {
        "train": [train] * 2,
        "test": [test, test + 10],
        "median": [train] * 2,
        "most": [100.0] * 2,
        "worst": [worst] * 2,
        "odd": [odd, odd],
        "rest": [train + 5.0] * 2,
        "narrow": [9.0, 9.0],
    }


STILL = {"positions": [0, 3, 5], "moving": [5], "images": [7]}
FOUND = {
    "settling": {
        "wide": settled(1.0, 0.2, 0.1),
        "near": settled(0.1, 0.2, 0.104),
        "narrow": settled(0.03, 0.05, 0.08),
        "slow": settled(0.5, 0.4, 0.3),
    },
    "fixed": {
        v: place(rate, error)
        for v, rate, error in (
            (0.5, 5.0, 0.04),
            (0.125, 20.0, 0.025),
            (1 / 32, 40.0, 0.02),
            (0.018, 50.0, 0.018),
        )
    },
    "chosen": {"closed": place(44.0, 0.014, loss=-430.0)}
    | {
        name: place(45.0, 0.015)
        for name in ("wide", "near", "narrow", "slow")
    },
    "replayed": {0.999: [0.1, 0.1], 0.9: [0.15, 0.15]},
    "replayed_near": {0.999: [0.16, 0.16], 0.9: [0.15, 0.15]},
    "narrow_first": [1e5, 1.1e5],
    "units": {k: [1.0, 2.0] for k in ("one", "counts", "mass")},
    "long": {p: [[9.0] + [-1.0] * 60] * 2 for p in ("train", "valid")},
    "long_scale": [FALL, FALL],
    "long_root": [[0.2] * 11 + [0.1] * 50] * 2,
    "long_rate": [[9.0] * 11 + [10.5] * 50] * 2,
    "cheaper": [0.9, 0.96],
    "floors": {
        1e-1: floor(-30.0, -29.0),
        1e-2: floor(-70.0, -69.0),
        1e-3: floor(-90.0, -69.0),
        1e-4: floor(-99.0, 900.0, odd=2e5),
    },
    "alone": {1e-3: -40.0, 1e-4: -47.0},
    "counted": floor(105.0, 106.0),
    "shift": 177.0,
    "still": {"digits": {**STILL, "count": [1]}, "mnist": 100},
}


def test_words_say_where_the_scale_went():
    said = words(FOUND)
    assert said["wide_met"] == "1"
    assert (said["near_passed"], said["near_off"]) == ("2", "4")
    assert said["reach"] == "0.230"
    assert said["replay_1000"].startswith("0.100")
    assert said["narrow_first"].startswith("105,000")


def test_words_say_how_far_behind_the_computed_variance_a_start_ends():
    said = words(FOUND)
    assert (said["wide_lag"], said["near_lags"]) == ("30", "30")


def test_a_gain_is_that_of_the_root_less_the_rate():
    said = words(FOUND)
    assert (said["root_gain"], said["rate_rise"]) == ("44.4", "1.5")


def test_words_count_floors_in_the_unit_of_the_figure():
    said = words(FOUND)
    assert (said["medians"], said["test_least"]) == (
        "107, 87 and 78",
        "1,077",
    )
    assert said["digits_step"] == "7.00"
    assert said["still"] == "0, 3 and 5"
    assert (said["surprise"], said["odd_beyond"]) == ("195,312", "2")
    assert (said["cheaper"], said["centred"]) == ("93", "0.1")


@pytest.mark.parametrize(
    ("name", "scale"), [("narrow", 0.1), ("slow", 0.1), ("wide", 0.3)]
)
def test_the_prose_is_refused_where_scales_end_elsewhere(name, scale):
    found = copy.deepcopy(FOUND)
    found["settling"][name] = settled(1.0, 0.5, scale)
    with pytest.raises(ValueError, match="look anew"):
        words(found)


def test_the_prose_is_refused_where_another_image_is_the_dearest():
    found = copy.deepcopy(FOUND)
    found["floors"][1e-4]["worst"] = [7, 8]
    with pytest.raises(ValueError, match="one image in every seed"):
        words(found)


def test_four_charts_are_drawn():
    charts = draw(FOUND)
    names = {"settling", "curve", "course", "floors"}
    assert set(charts) == {f"{name}.html" for name in names}
    assert all(chart.count("<svg") == 2 for chart in charts.values())


def test_meeting_is_the_first_epoch_of_the_last_stay():
    roots = [1.0] * 5
    assert meeting([2.0, 1.0, 2.0, 1.02, 1.0], roots) == 3
    assert meeting([1.0] * 5, roots) == 0
    assert meeting([1.0, 1.0, 1.0, 1.0, 2.0], roots) is None
