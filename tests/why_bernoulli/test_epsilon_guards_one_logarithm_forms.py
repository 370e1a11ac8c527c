"""What each form gives, in four types of numbers."""

import math

import pytest
import torch

from snippets.measures.guard_words import (
    of_forms,
    of_grid,
    of_kinds,
    short,
)
from snippets.measures.guards import (
    LOGITS,
    edges,
    grid,
    nats_and_slopes,
    samples,
    verdict,
)
from snippets.why_bernoulli.epsilon_guards_one_logarithm import (
    FORMS,
    clipped,
)

GRID = grid(FORMS)
SURE = torch.tensor([20.0])


def test_only_the_loss_from_logits_is_right_in_every_cell():
    right = ["right"] * 2 * len(LOGITS)
    for kind, forms in GRID.items():
        assert forms["logits"] == right, kind
    for name in set(FORMS) - {"logits"}:
        assert any(forms[name] != right for forms in GRID.values())


def test_the_order_matters_in_single_precision_alone_of_four_types():
    same = {
        kind: forms["question"] == forms["swapped"]
        for kind, forms in GRID.items()
    }
    # bfloat16 has the range of float32, and fewer digits.
    assert same == {
        "float16": True,
        "bfloat16": False,
        "float32": False,
        "float64": True,
    }


def test_a_clip_below_the_gap_is_no_clip():
    for epsilon in (1e-10, 1e-8):
        assert clipped(torch.ones(1), SURE, epsilon).isnan()
    assert clipped(torch.ones(1), SURE, 1e-7).isfinite()


def test_a_guard_of_1e_7_survives_in_its_old_place():
    left = 1e-7 + torch.ones(()) - 1
    assert -left.log() == pytest.approx(23 * math.log(2))
    assert of_kinds(edges())["type_cap"] == "15.94"


def test_the_library_loses_the_slope_before_the_loss():
    nats, slope = samples(FORMS)["library"]["lost"]
    assert float(nats) == pytest.approx(30)
    assert float(slope) == pytest.approx(
        -math.exp(-30) / 1e-12, rel=0.01
    )


def test_in_half_precision_its_loss_is_finite_and_its_slope_is_not():
    logits = torch.tensor(LOGITS, dtype=torch.float16)
    both = torch.stack(
        [
            nats_and_slopes(FORMS["library"], x, logits)
            for x in (1.0, 0.0)
        ]
    )
    assert both[:, 0].isfinite().all()
    count = both[:, 1].isnan().sum().item()
    assert str(count) == of_grid(GRID)["library_half"] == "10"


def test_in_double_precision_the_clip_by_type_fails_from_36_on():
    assert GRID["float64"]["by_type"] == ["right"] * 2 * len(LOGITS)
    ends = torch.tensor([-37.0, -36.0, 36.0, 37.0]).double()
    for x in (1.0, 0.0):
        _, slopes = nats_and_slopes(FORMS["by_type"], x, ends)
        wrong = slopes[0] if x else slopes[-1]
        assert wrong == 0
        assert slopes[1:-1].abs().max() > 0.9
    assert of_grid(GRID)["double_clip"] == "36"


def test_verdicts_tell_finite_from_flat_from_wrong():
    true = torch.tensor([20.0, 1.0])
    cases = {
        (20.05, 0.95): "right",
        (20.0, 0.0): "flat",
        (23.0, 1.0): "off",
        (math.inf, math.nan): "inf",
        (math.nan, 0.0): "NaN",
        (0.0, math.nan): "NaN",
    }
    for pair, word in cases.items():
        assert verdict(torch.tensor(pair), true) == word


def test_cells_are_short():
    said = [
        short(v) for v in ("nan", "inf", "-0.0", "-0.00094", "20.0")
    ]
    assert said == ["NaN", "∞", "0", "−0.0009", "20.00"]
    assert of_forms(samples(FORMS))["question_ink"] == "NaN"
