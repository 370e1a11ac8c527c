import math

import pytest
import torch
from scipy.integrate import quad

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
