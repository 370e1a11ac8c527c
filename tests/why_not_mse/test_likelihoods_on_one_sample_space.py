import math

import pytest
import torch
from scipy.integrate import quad
from torch.distributions import Normal

from snippets.measures.masses import BinnedContinuous, BinnedGaussian
from snippets.vae.families import ContinuousBernoulli

N = 16
M, SIGMA = 0.3, 0.2
BELL = Normal(torch.tensor(M).double(), torch.tensor(SIGMA).double())


def masses(law, decoded):
    """P(0), ..., P(n) of one pixel, in float64."""
    given = torch.tensor([[[decoded]]], dtype=torch.float64)
    return law.table(given)[0, 0].exp()


def boxes():
    """The Gaussian of this file, as our code pours it."""
    return masses(BinnedGaussian(N, SIGMA**2), math.log(M / (1 - M)))


def wall(k):
    """The upper wall of box k."""
    return torch.tensor((k + 0.5) / N).double()


@pytest.mark.equation("eq:ranking-bins")
@pytest.mark.parametrize("k", [1, 5, 15])
def test_a_box_holds_the_density_between_its_walls(k):
    walls = (k - 0.5) / N, (k + 0.5) / N

    def density(y):
        return BELL.log_prob(torch.tensor(y)).exp().item()

    area, _ = quad(density, *walls)
    assert boxes()[k].item() == pytest.approx(area, rel=1e-6)
    both = BELL.cdf(wall(k)) - BELL.cdf(wall(k - 1))
    assert both.item() == pytest.approx(area, rel=1e-6)


@pytest.mark.equation("eq:ranking-tails")
def test_the_end_boxes_take_what_lies_beyond():
    first, last = boxes()[0], boxes()[-1]
    torch.testing.assert_close(first, BELL.cdf(wall(0)))
    torch.testing.assert_close(last, 1 - BELL.cdf(wall(N - 1)))


@pytest.mark.equation("eq:ranking-sum")
def test_the_boxes_hold_one_whole():
    below = [BELL.cdf(wall(k)) for k in range(N)]
    inner = sum(below[k] - below[k - 1] for k in range(1, N))
    whole = below[0] + inner + 1 - below[N - 1]
    assert whole.item() == pytest.approx(1.0)
    assert boxes().sum().item() == pytest.approx(1.0)


@pytest.mark.equation("eq:ranking-tilt")
@pytest.mark.parametrize("logit", [-7.0, 0.8, 3.0])
def test_a_continuous_bernoulli_is_integrated_box_by_box(logit):
    ours = masses(BinnedContinuous(N), logit)
    edges = (torch.arange(N).double() + 0.5) / N
    ends = torch.tensor([0.0, 1.0]).double()
    edges = torch.cat([ends[:1], edges, ends[1:]])
    grown = (logit * edges).exp().diff() / math.expm1(logit)
    torch.testing.assert_close(ours, grown)

    def density(y):
        x = torch.tensor([y]).double()
        given = torch.tensor([[logit]]).double()
        law = ContinuousBernoulli().pixel_log_prob(x, given)
        return law.exp().item()

    area, _ = quad(density, edges[3], edges[4])
    assert ours[3].item() == pytest.approx(area, rel=1e-6)


@pytest.mark.equation("eq:ranking-fine")
def test_the_density_comes_near_the_mass_as_boxes_get_narrow():
    errors = []
    for levels in (16, 255):
        k = round(0.4 * levels)
        x = torch.tensor(k / levels).double()
        law = BinnedGaussian(levels, SIGMA**2)
        mass = -masses(law, math.log(M / (1 - M)))[k].log()
        near = -BELL.log_prob(x) + math.log(levels)
        errors.append(abs(mass - near).item())
    assert errors[1] < errors[0] / 100 < 1e-3


def test_a_density_narrower_than_a_box_gains_what_no_mass_can():
    x = torch.tensor(5 / N)
    for sigma in (1e-2, 1e-3):
        near = -Normal(x, sigma).log_prob(x) + math.log(N)
        law = BinnedGaussian(N, sigma**2)
        logit = math.log(5 / 11)
        mass = -masses(law, logit)[5].log()
        assert near < -0.8
        assert mass >= 0
