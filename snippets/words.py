"""Numbers as the prose says them."""

import math
from collections.abc import Sequence
from statistics import fmean, stdev


def fixed(value: float, digits: int = 2) -> str:
    """`value` with `digits` decimals, a true minus, thousands apart."""
    if not math.isfinite(value):
        raise ValueError(
            f"{value} is no number to print: look at its run"
        )
    text = f"{abs(value):,.{digits}f}"
    zero = float(text.replace(",", "")) == 0
    return text if value >= 0 or zero else f"−{text}"


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Mean ± standard deviation over seeds."""
    if len(values) < 2:
        raise ValueError("a spread needs two seeds: add one to the run")
    mean = fixed(fmean(values), digits)
    # Spaces that do not break: mean and spread stay on one line.
    return f"{mean}\u00a0±\u00a0{fixed(stdev(values), digits)}"


def power(value: float) -> str:
    """The power of ten that bounds a number: 3e-7 -> 10⁻⁶."""
    exponent = str(math.ceil(math.log10(abs(value))))
    raised = exponent.translate(
        str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
    )
    return f"10{raised}"


def fraction(value: float) -> str:
    """1/16 rather than 0.0625; whole numbers as they are."""
    names = {1 / 2: "½", 1 / 4: "¼", 1 / 8: "⅛"}
    if value >= 1:
        return f"{value:g}"
    return names.get(value, f"1/{1 / value:.0f}")
