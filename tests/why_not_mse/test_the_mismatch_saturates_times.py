import math

import pytest
from scipy.integrate import solve_ivp

from snippets.measures import pulls
from snippets.measures.courses import reached

PULL = {
    "coin": lambda m: m,
    "bell": lambda m: m**2 * (1 - m) / pulls.SSE,
    "line": lambda m: m / pulls.SSE,
}


def sigmoid(logit):
    return 1 / (1 + math.exp(-logit))


def where(name, first, time):
    """The mean after a time of following the pull on paper."""
    behind = name != "line"

    def down(_, y):
        return [-PULL[name](sigmoid(y[0]) if behind else y[0])]

    start = math.log(first / (1 - first)) if behind else first
    flow = solve_ivp(down, (0, time), [start], rtol=1e-9, atol=1e-12)
    end = flow.y[0, -1]
    return sigmoid(end) if behind else end


@pytest.mark.equation(
    "eq:mismatch-flow",
    "eq:mismatch-coin-time",
    "eq:mismatch-bell-time",
    "eq:mismatch-line-time",
)
@pytest.mark.parametrize("name", PULL)
@pytest.mark.parametrize("ends", [(sigmoid(6), 0.5), (0.5, 0.02)])
def test_the_times_are_those_of_the_differential_equation(name, ends):
    time = pulls.times(*ends)[name]
    assert where(name, ends[0], time) == pytest.approx(
        ends[1], rel=1e-5
    )


def test_each_unit_of_a_wrong_logit_multiplies_the_time_of_sse():
    six, seven = (pulls.times(sigmoid(at), 0.5) for at in (9.0, 10.0))
    assert seven["bell"] / six["bell"] == pytest.approx(
        math.e, rel=0.01
    )
    assert seven["coin"] - six["coin"] == pytest.approx(1, rel=1e-3)


@pytest.mark.equation("eq:mismatch-haze")
def test_the_haze_fades_as_one_over_time_or_over_its_root():
    for m in (1e-3, 1e-4):
        time = pulls.times(0.5, m)
        assert time["coin"] * m == pytest.approx(1, abs=12 * m)
        haze = math.sqrt(pulls.SSE / (2 * time["bell"]))
        assert haze == pytest.approx(m, rel=8 * m)


def test_the_haze_of_one_loss_foretells_that_of_the_other():
    time = pulls.times(0.5, 0.03)["coin"]
    expected = where("bell", 0.5, time)
    found = pulls.foreseen(0.03, pulls.SSE)
    assert found == pytest.approx(expected, rel=1e-5)


def test_a_level_is_reached_where_the_error_stays_below_it():
    assert reached([0.3, 0.09, 0.11, 0.07, 0.09]) == 15
    assert reached([0.09, 0.08]) == 0
    assert reached([0.3, 0.09, 0.2]) is None
