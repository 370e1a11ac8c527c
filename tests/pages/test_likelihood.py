"""Laws with one mean, and the words that come of them."""

import math

import pytest
from scipy.integrate import quad

from snippets.figures.parts.families import USES, table
from snippets.pages.likelihood import (
    LEVELS,
    MEAN,
    SHOWN,
    draw,
    law,
    mass_of_grey,
    masses,
    refusal,
    with_mean,
    words,
)
from snippets.vae.families import FAMILIES

every_law = pytest.mark.parametrize("name", SHOWN)
FOUND = {
    "masses": {name: masses(name) for name in SHOWN},
    "supports": {name: law.support for name, law in FAMILIES.items()},
    "sizes": dict.fromkeys(FAMILIES, 1),
    "mass": 0.364,
    "lambda": 4.6e-5,
    "refusals": ["OutOfSupport: " + "no " * 40],
}


@every_law
def test_the_masses_sum_to_one(name):
    assert sum(FOUND["masses"][name]) == pytest.approx(1)


@every_law
def test_every_law_shown_has_the_same_mean(name):
    counts = enumerate(FOUND["masses"][name])
    assert sum(k * mass for k, mass in counts) == pytest.approx(MEAN)


def test_no_two_laws_shown_are_the_same():
    rounded = {
        tuple(round(mass, 2) for mass in row)
        for row in FOUND["masses"].values()
    }
    assert len(rounded) == len(SHOWN)


def test_bisection_finds_the_logit_of_a_mean():
    found = with_mean(law("expected-bernoulli"), 0.1).item()
    assert found == pytest.approx(math.log(0.1 / 0.9))


@pytest.mark.parametrize("m", [0.1, 0.4, 0.99])
def test_the_mass_of_grey_is_the_integral(m):
    known, _ = quad(lambda x: m**x * (1 - m) ** (1 - x), 0, 1)
    assert mass_of_grey(m) == pytest.approx(known)


def test_a_refusal_is_quoted_and_its_absence_is_an_error():
    assert refusal("binomial", 17.0).startswith("OutOfSupport: ")
    with pytest.raises(AssertionError, match="took 0"):
        refusal("binomial", 0.0)


def test_the_costs_are_those_of_a_count_of_zero():
    said = words(FOUND)
    binomial = -LEVELS * math.log(1 - MEAN / LEVELS)
    assert said["most"] == f"{binomial:.2f}"
    assert said["least"] == f"{-math.log(1 - MEAN / LEVELS):.2f}"


def test_a_small_parameter_is_said_with_two_digits():
    assert words(FOUND)["lambda"] == "0.000046"


def test_the_table_has_a_row_for_each_family():
    rows = table(FOUND).splitlines()[2:]
    assert len(rows) == len(FAMILIES) == len(USES)
    assert 'f-gaussian">pixel-gaussian<' in "".join(rows)


def test_refusals_fit_the_width_of_code():
    drawn = draw(FOUND)
    lines = drawn["refusals.txt"].splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 72
