import math

import pytest
import torch

from snippets.measures.masses import BinnedGaussian
from snippets.measures.ranking_ends import ends, of_ends, of_reach
from snippets.measures.ranking_rules import check_budget
from snippets.measures.standings import DIGITS
from snippets.vae.dataset import load

VARIANCE = 0.02


def test_no_bell_gives_an_end_more_than_its_share():
    levels = 16
    said = of_ends(
        {
            "ends": {"pixels": 1.0, "levels": levels},
            "fitted": [VARIANCE],
        }
    )
    law = BinnedGaussian(levels, VARIANCE)
    far = torch.tensor([[-40.0]])  # as near to the end as can be
    most = law.pixel_log_prob(torch.zeros(1), far).exp().item()
    assert float(said["end_share"]) == pytest.approx(100 * most, abs=1)
    nearer = law.pixel_log_prob(torch.zeros(1), far / 10).exp().item()
    assert nearer < most


def test_nats_at_the_ends_grow_with_their_number():
    given = {"levels": 16}
    one, ten = (
        of_ends({"ends": given | {"pixels": n}, "fitted": [VARIANCE]})
        for n in (10.0, 100.0)
    )
    ratio = float(ten["end_nats"]) / float(one["end_nats"])
    assert ratio == pytest.approx(10, rel=0.1)


def test_most_pixels_of_digits_are_empty_or_full():
    found = ends()
    x = load("digits").images("test", "counts")
    assert found["levels"] == x.max() == 16
    assert 32 < found["pixels"] < 64
    inside = ((x > 0) & (x < 16)).sum().item() / len(x)
    assert found["pixels"] + inside == pytest.approx(64)


def test_laws_that_cost_more_than_single_pixels_are_counted():
    laws = {
        "cheap": {"nats": [90.0], "evidence": [80.0], "error": [0.5]},
        "near": {"nats": [110.0], "evidence": [95.0], "error": [1.5]},
        "dear": {"nats": [150.0], "evidence": [140.0], "error": [2.5]},
    }
    said = of_reach({"laws": laws, "independent": {"categorical": 100}})
    assert (said["short"], said["short_sharp"]) == ("2", "1")
    assert (said["least_error"], said["most_error"]) == ("0.5", "2.5")


def test_a_budget_that_stops_a_law_asks_for_another_page():
    check_budget(DIGITS, {"law": {"epochs": [DIGITS.epochs - 1]}})
    with pytest.raises(ValueError, match="budget"):
        check_budget(DIGITS, {"law": {"epochs": [DIGITS.epochs]}})


def test_a_miss_at_the_floor_costs_the_square():
    given = {
        "ends": {"pixels": 1.0, "levels": 16},
        "fitted": [VARIANCE],
    }
    miss = float(of_ends(given)["miss"].replace(",", ""))
    assert miss == pytest.approx(0.5 * (16 / 0.16) ** 2)
    assert math.isfinite(miss)
