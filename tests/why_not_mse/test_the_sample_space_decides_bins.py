import math

import pytest
import torch
from scipy.integrate import quad
from scipy.stats import loggamma

from snippets.measures import log_counts
from snippets.measures.reads import LAWS, BinnedReads, as_counts

K = torch.arange(400).double()
M = 5.0


def build(name):
    """One gene, with a number that is not its start."""
    law = LAWS[name](1).requires_grad_(False)
    law.raw.fill_(-0.4)
    return law


def costs(law):
    """Nats of the counts 0, 1, 2, ... of a gene at the mean M."""
    cells = torch.stack([K, torch.ones_like(K)], -1)
    decoded = torch.full((len(K), 1, 1), math.log(M)).double()
    return -law.double().log_prob(cells, decoded)


@pytest.mark.equation("eq:guide-walls")
@pytest.mark.parametrize("k", [0, 1, 9])
def test_a_count_holds_the_bell_between_its_walls(k):
    law = as_counts(build("gaussian")).double()
    mass = (-costs(law)[k]).exp().item()
    bell = law.bell(torch.tensor([math.log(M)]).double())
    assert bell.loc.item() == pytest.approx(math.log(1 + M))

    def density(y):
        return bell.log_prob(torch.tensor(y)).exp().item()

    low = -6.0 if k == 0 else math.log(k + 0.5)
    area, _ = quad(density, low, math.log(k + 1.5))
    assert mass == pytest.approx(area, rel=1e-5)


@pytest.mark.equation("eq:guide-whole")
@pytest.mark.parametrize("last", [0, 7, 60])
def test_walls_cancel_up_to_the_last(last):
    law = as_counts(build("gaussian")).double()
    p = (-costs(law)).exp()
    bell = law.bell(torch.tensor([math.log(M)]).double())
    wall = torch.tensor(math.log(last + 1.5)).double()
    torch.testing.assert_close(p[: last + 1].sum(), bell.cdf(wall)[0])
    assert p.sum().item() == pytest.approx(1.0, abs=1e-6)


def test_the_other_laws_are_already_laws_of_counts():
    assert as_counts(build("poisson")).__class__ is LAWS["poisson"]
    assert isinstance(as_counts(build("gaussian")), BinnedReads)


def test_the_slope_misses_wide_scatter_however_large_the_counts():
    exact = log_counts.exact(3000.0, 2.0)
    gamma = loggamma(2.0).std()
    assert log_counts.at_large_means(2.0) == pytest.approx(gamma)
    assert exact == pytest.approx(gamma, rel=1e-4)
    assert log_counts.near(3000.0, 2.0) < 0.9 * exact
    close = log_counts.exact(3000.0, 200.0)
    assert log_counts.near(3000.0, 200.0) == pytest.approx(close, 0.01)


def test_the_mean_of_logarithms_lies_below_the_log_of_the_mean():
    law = LAWS["negative-binomial"](1).requires_grad_(False)
    p = (-costs(law)).exp()
    assert (p @ K).item() == pytest.approx(M, rel=1e-3)
    assert (p @ K.log1p()).item() < math.log(1 + M) - 0.1
