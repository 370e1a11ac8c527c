"""Rows whose law is known: two hidden factors move every column."""

from collections.abc import Callable
from typing import NamedTuple

import torch
from jaxtyping import Float
from torch import Generator, Tensor

from snippets.measures.simulated import EFFECT, MIDDLE, gammas

LEVELS = 10  # n of counts that have an end
SHAPE = 2.0  # of the gammas: the smaller, the wider

Values = Float[Tensor, "row column"]


class Truth(NamedTuple):
    """How rows come about, and the law that the choice should name."""

    draw: Callable[[Values, Generator], Values]
    space: str
    law: str


def beta(m: Values, total: float, generator: Generator) -> Values:
    """Shares with mean m: the part of one gamma in the sum of two."""
    # torch draws gammas without a generator only in its public form.
    one = torch._standard_gamma(total * m, generator)
    rest = torch._standard_gamma(total * (1 - m), generator)
    return (one / (one + rest)).clamp(1e-6, 1 - 1e-6)


def normal(x: Values, generator: Generator) -> Values:
    """Standard noise."""
    return torch.randn(x.shape, generator=generator)


def bernoulli(x: Values, generator: Generator) -> Values:
    """Coins with logit x."""
    return torch.bernoulli((2 * x).sigmoid(), generator=generator)


def binomial(x: Values, generator: Generator) -> Values:
    """Tosses of one coin."""
    n = torch.full_like(x, float(LEVELS))
    return torch.binomial(n, x.sigmoid(), generator=generator)


def beta_binomial(x: Values, generator: Generator) -> Values:
    """Tosses of a coin that was drawn first."""
    n = torch.full_like(x, float(LEVELS))
    coin = beta(x.sigmoid(), SHAPE, generator)
    return torch.binomial(n, coin, generator=generator)


def poisson(x: Values, generator: Generator) -> Values:
    """Counts around e^x."""
    return torch.poisson(MIDDLE * x.exp(), generator=generator)


def negative_binomial(x: Values, generator: Generator) -> Values:
    """Counts whose rate was drawn first."""
    rate = MIDDLE * x.exp() * gammas(x, SHAPE, generator)
    return torch.poisson(rate, generator=generator)


def continuous_bernoulli(x: Values, generator: Generator) -> Values:
    """By turning its cumulative around."""
    uniform = torch.rand(x.shape, generator=generator)
    slope = (4 * x).where(x.abs() > 1e-3, 4e-3)
    return (uniform * slope.expm1()).log1p() / slope


def student_t(x: Values, generator: Generator) -> Values:
    """A bell over the root of a gamma: 3 degrees of freedom."""
    width = gammas(x, 1.5, generator).sqrt()
    return x + 0.5 * normal(x, generator) / width


TRUTHS: dict[str, Truth] = {
    "Bernoulli": Truth(bernoulli, "binary", "Bernoulli"),
    "binomial": Truth(binomial, "counts", "binomial"),
    "beta-binomial": Truth(beta_binomial, "counts", "beta-binomial"),
    "Poisson": Truth(poisson, "unbounded", "Poisson"),
    "negative binomial": Truth(
        negative_binomial, "unbounded", "negative binomial"
    ),
    "continuous Bernoulli": Truth(
        continuous_bernoulli, "unit", "continuous Bernoulli"
    ),
    "beta": Truth(
        lambda x, g: beta(x.sigmoid(), 6.0, g), "unit", "beta"
    ),
    "Gaussian": Truth(
        lambda x, g: x + 0.5 * normal(x, g), "real", "Gaussian"
    ),
    "Student's t": Truth(student_t, "real", "Student’s t"),
    "log-normal": Truth(
        lambda x, g: (x + 0.5 * normal(x, g)).exp(),
        "positive",
        "Gaussian of log x",
    ),
    "gamma": Truth(
        lambda x, g: x.exp() * gammas(x, SHAPE, g), "positive", "gamma"
    ),
}


def rows(
    truth: Truth, count: int, columns: int, generator: Generator
) -> Values:
    """`count` rows; factors, effects and bases are drawn too."""
    z = torch.randn(count, 2, generator=generator)
    weights = EFFECT * torch.randn(2, columns, generator=generator)
    base = torch.randn(columns, generator=generator)
    return truth.draw(z @ weights + base, generator)
