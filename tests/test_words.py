"""Numbers as text: what is rounded, signed and refused."""

import pytest

from snippets.words import fixed, fraction, power, spread


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (3.14159, 2, "3.14"),
        (1234567.891, 1, "1,234,567.9"),
        (-1.5, 1, "−1.5"),
        (-1234.5, 1, "−1,234.5"),
        (0.0, 2, "0.00"),
        (-0.001, 2, "0.00"),
        (12.0, 0, "12"),
    ],
)
def test_a_number_has_the_digits_asked_for(value, digits, said):
    assert fixed(value, digits) == said


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_not_finite_is_not_printed(value):
    with pytest.raises(ValueError, match="no number to print"):
        fixed(value)


def test_a_spread_is_the_mean_and_the_sample_deviation():
    assert spread([1.0, 2.0, 3.0], 1) == "2.0\u00a0±\u00a01.0"


def test_mean_and_deviation_stay_on_one_line():
    assert " " not in spread([1.0, 2.0])


def test_a_negative_mean_keeps_its_sign():
    assert spread([-1.0, -3.0], 2) == "−2.00\u00a0±\u00a01.41"


def test_one_seed_has_no_spread():
    with pytest.raises(ValueError, match="two seeds"):
        spread([1.0])


@pytest.mark.parametrize(
    ("value", "said"),
    [(1.6e-7, "10⁻⁶"), (1e-7, "10⁻⁷"), (-4e3, "10⁴"), (1e20, "10²⁰")],
)
def test_a_power_is_never_smaller_than_its_number(value, said):
    assert power(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.5, "½"),
        (1 / 8, "⅛"),
        (1 / 32, "1/32"),
        (1.0, "1"),
        (392.0, "392"),
    ],
)
def test_a_variance_below_one_is_a_fraction(value, said):
    assert fraction(value) == said
