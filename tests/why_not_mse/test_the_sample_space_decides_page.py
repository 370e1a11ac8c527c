import pytest
import torch
from torch.distributions import Normal

from snippets.measures.guide_words import charged, checked
from snippets.why_not_mse import the_sample_space_decides as page

LAWS = ("negative-binomial", "gaussian", "poisson")


def law(bound):
    costs = [bound + 0.1 * seed for seed in range(5)]
    sharp = [cost - 0.2 for cost in costs]
    return {
        "bound": costs,
        "sharp": sharp,
        "rate": [3.0] * 5,
        "number": [1.9, 2.0, 2.1, 2.0, 2.0],
    }


def side(*bounds):
    return {
        "truth": [120.0, 121.0, 122.0, 123.0, 124.0],
        "told": [2.5, 2.6, 2.7, 2.8, 2.9],
        "reads": 5.0,
        "zeros": 0.3,
        "laws": {n: law(b) for n, b in zip(LAWS, bounds, strict=True)},
    }


FOUND = {
    "nb": side(1.0, 2.0, 30.0),
    "poisson": side(3.0, 3.0, 2.9),
    "tried": {"Bernoulli": {"accepts": ["0", "1"], "refuses": ["2"]}},
}


def test_the_words_take_differences_seed_by_seed():
    said = page.words(FOUND)
    assert said["p_to_g"] == "28\u00a0±\u00a00"
    assert said["g_to_nb"] == "1.0\u00a0±\u00a00.0"
    assert said["zeros"] == "30"
    assert said["root"] == "0.71"
    assert said["exact_large"] == "0.80"
    assert said["exact_middle"] == "0.65"
    assert said["near_middle"] == "0.67"
    assert said["own_above"] == "3"
    assert all(name.isidentifier() for name in said)


def test_another_order_asks_for_another_page():
    with pytest.raises(ValueError, match="rewrite the page"):
        checked(FOUND | {"nb": side(2.0, 1.0, 30.0)})
    with pytest.raises(ValueError, match="no tie"):
        checked(FOUND | {"poisson": side(3.0, 3.0, 9.0)})
    told = {"told": [3.5] * 5}
    with pytest.raises(ValueError, match="pays no more"):
        checked(FOUND | {"poisson": side(3.0, 3.0, 2.9) | told})


def test_charts_and_table_are_drawn():
    drawn = page.draw(FOUND)
    assert drawn["tree.html"].count("<svg") == 2
    assert "negative binomial 1.2" in drawn["excess.html"]
    assert "| `Bernoulli` | 0, 1 | 2 |" in drawn["asked.md"]


def test_a_miss_costs_by_its_unit():
    said = charged()
    assert said["sse_m"] == "0.0004"
    assert said["sse_cm"] == "4"
    assert said["sse_mm"] == "400"
    for factor in (1.0, 100.0, 1000.0):
        miss = torch.tensor(0.02 * factor)
        law = Normal(0.0, miss)
        added = law.log_prob(torch.tensor(0.0)) - law.log_prob(miss)
        assert added.item() == pytest.approx(0.5)
