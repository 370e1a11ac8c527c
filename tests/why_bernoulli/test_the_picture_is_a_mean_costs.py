import itertools

import pytest
import torch
from scipy.stats import binom, entropy
from torch.distributions import Bernoulli

from snippets.measures import picture_examples
from snippets.measures.picture_views import prices
from snippets.vae.dataset import seeded
from snippets.why_bernoulli.the_picture_is_a_mean import costs

LOGITS = 2 * torch.randn(1, 6, generator=seeded(0)).double()
LAW = Bernoulli(logits=LOGITS)
M = LAW.probs[0]
ALL = torch.tensor(list(itertools.product((0.0, 1.0), repeat=6)))
COST = -LAW.log_prob(ALL.double()).sum(-1)
CHANCE = (-COST).exp()


@pytest.mark.equation("eq:picture-coin")
def test_the_entropy_of_a_coin_is_that_of_scipy():
    own = -M * M.log() - (1 - M) * (1 - M).log()
    outcomes = torch.stack([M, 1 - M]).numpy()
    torch.testing.assert_close(own, torch.tensor(entropy(outcomes)))


@pytest.mark.equation("eq:picture-entropy")
def test_a_toss_is_expected_to_cost_the_entropy():
    mean = (CHANCE * COST).sum()
    torch.testing.assert_close(mean, costs(LOGITS)["entropy"][0])


@pytest.mark.equation("eq:picture-mode-cost")
def test_no_image_costs_less_than_the_threshold():
    mode = costs(LOGITS)["mode"][0]
    torch.testing.assert_close(mode, COST.min())
    formula = -torch.maximum(M, 1 - M).log().sum()
    torch.testing.assert_close(mode, formula)


@pytest.mark.equation("eq:picture-gap")
def test_a_toss_costs_a_logit_more_for_each_pixel_that_differs():
    paid = costs(LOGITS)
    more = torch.minimum(M, 1 - M) * LOGITS[0].abs()
    torch.testing.assert_close(
        paid["entropy"][0] - paid["mode"][0], more.sum()
    )


@pytest.mark.equation("eq:picture-spread")
def test_the_cost_of_tosses_scatters_by_the_squared_logits():
    mean = (CHANCE * COST).sum()
    scatter = (CHANCE * (COST - mean).square()).sum()
    deviation = costs(LOGITS)["deviation"][0]
    torch.testing.assert_close(deviation.square(), scatter)
    formula = (M * (1 - M) * LOGITS[0].square()).sum()
    torch.testing.assert_close(scatter, formula)


def test_tosses_lie_around_zero_with_deviation_one():
    logits = LOGITS.expand(500, 6)
    law = Bernoulli(logits=logits)
    found = prices(logits.gt(0).double(), law, costs(logits))
    assert abs(found["tosses"].mean()) < 0.03
    assert abs(found["tosses"].std() - 1) < 0.03
    assert found["ahead"].min() >= -1e-9
    assert found["digits"] == pytest.approx(found["thresholds"])


def test_among_many_coins_the_most_probable_toss_is_not_typical():
    law = Bernoulli(probs=torch.full((50, 784), 0.1).double())
    paid = costs(law.logits)
    x = torch.bernoulli(law.probs, generator=seeded(1))
    found = prices(x, law, paid)
    assert found["thresholds"].max() < found["tosses"].min() - 3


def test_the_dry_month_is_the_likeliest_and_yet_rare():
    said, law = picture_examples.month(), binom(30, 0.1)
    assert said["wet"] == "3"
    assert said["all_dry"] == f"{100 * law.pmf(0):.0f}"
    assert said["once_in"] == f"{1 / law.pmf(0):.0f}"
    assert said["usual"] == f"{100 * law.pmf(3):.0f}"
    ways = int(said["ways"].replace(",", ""))
    ratio = law.pmf(3) / law.pmf(0)
    assert ways / int(said["less"]) == pytest.approx(ratio)
