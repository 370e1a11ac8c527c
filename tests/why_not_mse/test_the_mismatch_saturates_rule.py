import math

import pytest
import torch
from torch.distributions import Bernoulli, Gamma, Normal, Poisson

from snippets.experiments.links import ArctanBernoulli, StraightGaussian
from snippets.measures.pulls import pull
from snippets.vae.families import ExpectedBernoulli, Gaussian

OUTPUT = torch.tensor([-9.0, -1.0, 0.2, 3.0, 9.0]).double()
X = torch.tensor([0.0, 0.3, 1.0, 0.8, 0.0]).double()


def slope(of, at):
    free = at.detach().clone().requires_grad_()
    return torch.autograd.grad(of(free).sum(), free)[0]


FAMILIES = {
    "bernoulli": (
        lambda t: Bernoulli(logits=t),
        torch.tensor([0.0, 1.0]),
        lambda t: torch.log1p(t.exp()),
        1.0,
    ),
    "poisson": (
        lambda t: Poisson(t.exp()),
        torch.arange(60.0),
        torch.exp,
        1.0,
    ),
    "gaussian": (
        lambda t: Normal(t, math.sqrt(0.3)),
        torch.linspace(-6, 8, 4001),
        lambda t: t**2 / 2,
        0.3,
    ),
}


@pytest.fixture(params=FAMILIES)
def family(request):
    """Laws by natural parameter, their values, A, and phi."""
    law, values, total, phi = FAMILIES[request.param]
    return law, values.double(), total, phi


NATURAL = torch.tensor([-1.1, 0.4, 1.3]).double()


@pytest.mark.equation("eq:mismatch-family", "eq:mismatch-slope")
def test_log_p_less_its_natural_part_does_not_know_the_parameter(
    family,
):
    law, values, total, phi = family
    rest = [
        law(t).log_prob(values) - (values * t - total(t)) / phi
        for t in NATURAL
    ]
    torch.testing.assert_close(rest[0], rest[1])
    torch.testing.assert_close(rest[0], rest[2])
    x = values[: len(NATURAL) - 1].repeat(2)[: len(NATURAL)]
    found = slope(lambda t: -law(t).log_prob(x), NATURAL)
    expected = (slope(total, NATURAL) - x) / phi
    torch.testing.assert_close(found, expected)


@pytest.mark.equation("eq:mismatch-canonical", "eq:mismatch-variance")
def test_the_pull_on_a_natural_parameter_is_the_miss(family):
    law, values, total, phi = family
    t, x = NATURAL, values[1].expand(len(NATURAL))
    found = slope(lambda t: -law(t).log_prob(x), t)
    torch.testing.assert_close(found, (law(t).mean - x) / phi)
    bend = slope(lambda t: slope_of_total(total, t), t)
    torch.testing.assert_close(bend, law(t).variance / phi)


def slope_of_total(total, t):
    return torch.autograd.grad(total(t).sum(), t, create_graph=True)[0]


@pytest.mark.equation("eq:mismatch-any")
@pytest.mark.parametrize(
    ("law", "link", "variance"),
    [
        (Gaussian(0.3), torch.sigmoid, lambda m: 0.3),
        (StraightGaussian(0.3), lambda out: out, lambda m: 0.3),
        (ExpectedBernoulli(), torch.sigmoid, lambda m: m * (1 - m)),
        (
            ArctanBernoulli(),
            lambda out: 0.5 + out.atan() / math.pi,
            lambda m: m * (1 - m),
        ),
    ],
)
def test_the_pull_is_the_miss_times_slope_over_variance(
    law, link, variance
):
    m = link(OUTPUT)
    expected = (m - X) * slope(link, OUTPUT) / variance(m)
    found = pull(law.double(), X, OUTPUT)
    torch.testing.assert_close(found, expected, rtol=1e-6, atol=1e-9)


def test_the_rule_holds_for_a_law_whose_variance_is_its_square():
    mean = torch.tensor([0.5, 2.0, 5.0]).double()
    x = torch.tensor([1.0, 1.0, 7.0]).double()
    found = slope(lambda m: -Gamma(1.0, 1 / m).log_prob(x), mean)
    torch.testing.assert_close(found, (mean - x) / mean**2)
