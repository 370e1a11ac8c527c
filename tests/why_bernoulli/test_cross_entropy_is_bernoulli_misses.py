"""What three pixels cost, and what a miss adds on either side."""

import math

import pytest
import torch
from scipy.integrate import quad

from snippets.figures.cross_entropy_is_bernoulli import draw
from snippets.measures.costs import (
    HAND,
    HIGHEST,
    IMAGES,
    MISS,
    SHARES,
    TARGET,
    bowl,
    by_hand,
    excess,
    missed,
    of_one,
)
from snippets.why_bernoulli.cross_entropy_is_bernoulli import (
    coin_tosses,
    words,
)

PAIRS = [(0.8, 0.9), (0.8, 0.7), (0.5, 0.1), (0.05, 0.6)]


def test_three_pixels_multiply_and_add_up():
    said = by_hand()
    assert len(HAND) == 3
    product = math.prod(float(said[f"p{i}"]) for i in (1, 2, 3))
    assert said["product"] == f"{product:.3f}"
    nats = sum(float(said[f"nats{i}"]) for i in (1, 2, 3))
    assert float(said["hand"]) == pytest.approx(nats, abs=2e-3)


@pytest.mark.equation("eq:ce-area")
@pytest.mark.parametrize(("a", "m"), PAIRS)
def test_the_cost_of_a_miss_adds_up_along_the_way(a, m):
    area, _ = quad(lambda u: (u - a) / (u * (1 - u)), a, m)
    assert of_one(a, m) == pytest.approx(area)


@pytest.mark.equation("eq:ce-area")
def test_with_a_constant_variance_the_two_sides_would_agree():
    sides = [TARGET + MISS, TARGET - MISS]
    fixed = [
        quad(lambda u: (u - TARGET) / 0.16, TARGET, m)[0] for m in sides
    ]
    assert fixed == pytest.approx([MISS**2 / (2 * 0.16)] * 2)
    over, under = (of_one(TARGET, m) for m in sides)
    assert over > 1.5 * under


@pytest.mark.equation("eq:ce-swap")
@pytest.mark.parametrize(("a", "m"), PAIRS)
def test_ink_and_paper_can_change_places(a, m):
    assert of_one(1 - a, 1 - m) == pytest.approx(of_one(a, m))


def test_around_one_half_both_misses_cost_the_same():
    assert of_one(0.5, 0.6) == pytest.approx(of_one(0.5, 0.4))


def test_a_miss_towards_certainty_costs_more_at_every_share():
    share = torch.linspace(0.51, 0.89, 39).double()
    over, under = excess(share, share + 0.1), excess(share, share - 0.1)
    assert (over > under).all()


def test_the_example_says_what_the_tosses_say():
    said = missed()
    x = (torch.arange(IMAGES) < int(said["inked"])).double()
    right, over, under = (
        coin_tosses(x, torch.full_like(x, float(m))).item()
        for m in (said["target"], said["over_m"], said["under_m"])
    )
    for name, cost in (("over", over), ("under", under)):
        times = math.exp(cost - right)
        assert float(said[f"{name}_times"]) == pytest.approx(
            times, abs=0.5
        )
        nats = (cost - right) / IMAGES
        assert said[f"{name}_nats"] == f"{nats:.4f}"


def test_the_miss_in_standard_deviations_and_in_the_logit():
    said = missed()
    assert said["over_deviations"] == f"{0.1 / 0.3:.2f}"
    assert said["over_way"] == f"{math.log(9) - math.log(4):.2f}"
    assert said["under_way"] == f"{math.log(4) - math.log(7 / 3):.2f}"


def test_pictures_and_words_from_invented_numbers():
    bins = {
        "said": [0.05] * 10,
        "seen": [0.04] * 10,
        "share": [0.1] * 10,
    }
    names = ("differ", "placement", "cost", "twice", "highest")
    ways = {name: [1.0, 2.0] for name in names}
    found = {
        "hand": HAND,
        "bowls": {share: bowl(share) for share in SHARES},
        "images": 3,
        "ways": ways | {"lowest": [-1.0, -2.0]},
        "calibration": [bins, bins],
    }
    assert set(draw(found)) == {
        "prices.html",
        "fairness.html",
        "bowls.html",
    }
    assert words(found)["images"] == "3"
    for each in found["bowls"].values():
        assert max(each["nats"]) <= HIGHEST
