import math

import pytest
import torch
from scipy.stats import binom
from torch.distributions import Binomial, Categorical

from snippets.measures.law_readings import read_as
from snippets.measures.masses import MeanGeometric
from snippets.vae.dataset import seeded
from snippets.vae.evaluation import bits_per_pixel, evaluate
from snippets.vae.families import TruncatedGeometric, likelihood
from snippets.vae.model import VAE

N = 16
M = 0.3
COUNTS = torch.arange(N + 1).double()


def masses(law, decoded):
    """P(0), ..., P(n) of one pixel, in float64."""
    given = torch.tensor([[[decoded]]], dtype=torch.float64)
    return law.table(given)[0, 0].exp()


@pytest.mark.equation("eq:ranking-mean")
@pytest.mark.parametrize("m", [0.01, 0.3, 0.5, 0.9])
def test_read_as_a_mean_the_law_has_that_mean(m):
    table = masses(MeanGeometric(N), math.log(m / (1 - m)))
    assert (table @ COUNTS).item() == pytest.approx(N * m, rel=1e-3)
    bends = table.log().diff().diff()
    torch.testing.assert_close(bends, torch.zeros_like(bends))


@pytest.mark.equation("eq:ranking-entropy")
def test_no_law_with_this_mean_has_more_entropy():
    table = masses(MeanGeometric(N), math.log(M / (1 - M)))
    mean = (table @ COUNTS).item()
    tosses = torch.tensor(binom(N, mean / N).pmf(COUNTS))
    ends = torch.zeros(N + 1).double()
    ends[0], ends[N] = 1 - mean / N, mean / N
    most = Categorical(table).entropy()
    for other in (tosses, ends, (tosses + ends) / 2):
        paid = -(other * table.log()).sum()
        torch.testing.assert_close(paid, most)
        assert Categorical(other).entropy() < most - 0.1


@pytest.mark.equation("eq:ranking-tosses")
def test_tosses_pay_n_times_the_cross_entropy():
    law = Binomial(N, probs=torch.tensor(M).double())
    x = COUNTS / N
    crossed = -x * math.log(M) - (1 - x) * math.log(1 - M)
    ways = torch.tensor([math.comb(N, k) for k in range(N + 1)])
    ours = N * crossed - ways.double().log()
    torch.testing.assert_close(ours, -law.log_prob(COUNTS))


@pytest.mark.equation("eq:ranking-reading")
def test_a_reading_changes_the_distortion_and_not_the_rate():
    law = likelihood("expected-bernoulli", N, None)
    model = VAE(6, (5,), 2, law).requires_grad_(False)
    k = torch.randint(0, N + 1, (9, 6), generator=seeded(0)).float()
    own = evaluate(model, k / N)
    costs = []
    for law in (MeanGeometric(N), TruncatedGeometric(N)):
        both = evaluate(read_as(model, law), k)
        torch.testing.assert_close(both.rate, own.rate)
        torch.testing.assert_close(
            -both.elbo, own.rate + both.distortion
        )
        costs.append(both.distortion.mean())
    assert abs(costs[0] - costs[1]) > 0.01


@pytest.mark.equation("eq:ranking-bits")
def test_all_counts_alike_cost_log_2_of_their_number():
    pixels = 64
    logits = torch.zeros(1, pixels, 1)
    k = torch.full((1, pixels), 3.0)
    nats = -TruncatedGeometric(N).log_prob(k, logits).item()
    bits = bits_per_pixel(nats, pixels)
    assert bits == pytest.approx(nats / pixels / math.log(2))
    assert bits == pytest.approx(math.log2(N + 1), rel=1e-6)
