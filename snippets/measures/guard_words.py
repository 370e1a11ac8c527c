"""Numbers of the page on 1e-10, as its prose says them."""

import math

from snippets.measures.guards import BITS, CLOSE, LOGITS
from snippets.words import fixed

RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
EPSILON = 1e-10


def scientific(value: float) -> str:
    """6.0 × 10⁻⁸."""
    digits, exponent = f"{value:.1e}".split("e")
    raised = str(int(exponent)).translate(RAISED)
    return f"{digits}\u00a0×\u00a010{raised}"


def short(text: str) -> str:
    """A slope or a loss as a cell of a table says it."""
    value = float(text)
    if math.isnan(value) or math.isinf(value):
        return "NaN" if math.isnan(value) else "∞"
    if abs(value) < 5e-5:
        return "0"
    return fixed(value, 2 if abs(value) > 0.01 else 4)


def of_kinds(edges: dict) -> dict[str, str]:
    """Where each sigmoid ends, beside what rounding predicts."""
    half = 2.0 ** -BITS["float32"]
    said = {
        "digits": fixed(BITS["float32"] * math.log10(2), 0),
        "half": scientific(half),
        "times": fixed(half / EPSILON, 0),
        "sum": fixed(BITS["float32"] * math.log(2), 4),
        "first": fixed(edges["float32"]["certain"], 4),
        "impossible": fixed(edges["float32"]["impossible"], 1),
        "smallest": scientific(2.0**-24),
        "cap": fixed(-math.log(EPSILON), 2),
        "acts": fixed(math.log(EPSILON), 2),
        "type_cap": fixed((BITS["float32"] - 1) * math.log(2), 2),
        "close": fixed(CLOSE, 1),
        "last_grey": fixed(math.log(254), 2),
    }
    for kind, edge in edges.items():
        said[f"{kind}_certain"] = fixed(edge["certain"], 2)
    return said


def of_grid(grid: dict) -> dict[str, str]:
    """Where the library has no slope; where a clip would have none."""
    half = grid["float16"]["library"]
    return {
        "library_half": fixed(half.count("NaN"), 0),
        "library_cells": fixed(2 * len(LOGITS), 0),
        "double_clip": fixed((BITS["float64"] - 1) * math.log(2), 0),
    }


def of_forms(samples: dict) -> dict[str, str]:
    """`question_ink` is its loss on certain ink, then its slope."""
    said = {}
    for name, cases in samples.items():
        for case, (nats, slope) in cases.items():
            said[f"{name}_{case}"] = short(nats)
            said[f"{name}_{case}_slope"] = short(slope)
    return said
