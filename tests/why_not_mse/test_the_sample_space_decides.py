import math

import pytest
import torch
from scipy.integrate import quad
from scipy.stats import gamma, nbinom, poisson
from torch.distributions import NegativeBinomial, Poisson

from snippets.measures.reads import (
    LAWS,
    as_counts,
)

K = torch.arange(400).double()
M, R = 5.0, 2.0


def costs(law, log_rate, depth=1.0):
    """Nats of the counts 0, 1, 2, ... of one gene."""
    cells = torch.stack([K, torch.full_like(K, depth)], -1)
    decoded = torch.full((len(K), 1, 1), log_rate).double()
    return -law.double().log_prob(cells, decoded)


def build(name, raw=0.0):
    law = LAWS[name](1)
    torch.nn.init.constant_(law.raw, raw)
    return law.requires_grad_(False)


@pytest.mark.equation("eq:guide-depth")
@pytest.mark.parametrize("name", LAWS)
def test_depth_multiplies_what_the_decoder_expects(name):
    law = build(name, -0.4)
    deep = costs(law, math.log(M), depth=3.0)
    torch.testing.assert_close(deep, costs(law, math.log(3 * M)))


@pytest.mark.equation("eq:guide-poisson")
def test_the_poisson_is_the_formula_and_the_library():
    ours = costs(build("poisson"), math.log(M))
    formula = M - K * math.log(M) + torch.lgamma(K + 1)
    torch.testing.assert_close(ours, formula)
    assert ours[3].item() == pytest.approx(-poisson(M).logpmf(3))


@pytest.mark.equation("eq:guide-variance")
def test_scatter_adds_the_square_of_the_mean():
    p = (
        -costs(build("negative-binomial", math.log(R)), math.log(M))
    ).exp()
    mean = (p @ K).item()
    assert mean == pytest.approx(M)
    variance = (p @ K.square()).item() - mean**2
    assert variance == pytest.approx(M + M**2 / R)
    law = NegativeBinomial(R, logits=torch.tensor(math.log(M / R)))
    assert variance == pytest.approx(law.variance.item(), rel=1e-5)


@pytest.mark.equation("eq:guide-nb")
@pytest.mark.parametrize("k", [0, 4, 30])
def test_a_negative_binomial_is_a_poisson_over_a_gamma(k):
    def weighted(g):
        return poisson(M * g).pmf(k) * gamma(R, scale=1 / R).pdf(g)

    mixed, _ = quad(weighted, 0, 40)
    ours = costs(build("negative-binomial", math.log(R)), math.log(M))
    assert math.exp(-ours[k]) == pytest.approx(mixed, rel=1e-6)
    by_hand = (
        math.gamma(k + R)
        / (math.factorial(k) * math.gamma(R))
        * (R / (R + M)) ** R
        * (M / (R + M)) ** k
    )
    assert by_hand == pytest.approx(mixed, rel=1e-6)
    assert nbinom(R, R / (R + M)).pmf(k) == pytest.approx(mixed)


def test_without_scatter_it_is_a_poisson():
    wide = costs(build("negative-binomial", math.log(1e7)), math.log(M))
    narrow = -Poisson(torch.tensor(M).double()).log_prob(K)
    torch.testing.assert_close(
        wide[:30], narrow[:30], atol=1e-4, rtol=0
    )


@pytest.mark.equation("eq:guide-log")
def test_on_a_log_scale_scattered_counts_spread_alike():
    errors = []
    for r in (5.0, 50.0):
        m = 200.0
        k = torch.arange(4000).double()
        p = torch.tensor(nbinom(r, r / (r + m)).pmf(k))
        y = k.log1p()
        variance = (p @ y.square() - (p @ y) ** 2).item()
        near = (m + m**2 / r) / (1 + m) ** 2
        assert near == pytest.approx(1 / r, rel=0.3)
        errors.append(abs(variance / near - 1))
    assert errors[1] < errors[0] / 5 < 0.03
    falling = [m / (1 + m) ** 2 for m in (10.0, 1000.0)]
    assert falling[1] < falling[0] / 50


@pytest.mark.equation("eq:guide-floor")
def test_no_law_is_cheaper_than_the_truth():
    truth = costs(build("negative-binomial", math.log(R)), math.log(M))
    p = (-truth).exp()
    for law in (build("poisson"), as_counts(build("gaussian"))):
        for m in (3.0, M, 8.0):
            assert p @ costs(law, math.log(m)) > p @ truth + 0.01
