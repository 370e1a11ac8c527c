"""What a value can be, and the laws whose support that is."""

import math
from typing import NamedTuple

import torch
from torch import Tensor
from torch.distributions import (
    Bernoulli,
    Beta,
    Binomial,
    Categorical,
    ContinuousBernoulli,
    Dirichlet,
    Distribution,
    Gamma,
    LogNormal,
    Multinomial,
    NegativeBinomial,
    Normal,
    Poisson,
    StudentT,
)

from snippets.words import fixed

N = 10  # of the examples: the most that can be counted


class Law(NamedTuple):
    """One law of torch, what it takes for possible, and what not."""

    law: Distribution
    inside: tuple
    outside: tuple


def tensor(*values: float) -> Tensor:
    """Parameters of an example."""
    return torch.tensor(values)


HALF = torch.tensor(0.5)
THIRDS = tensor(0.2, 0.3, 0.5)
# --8<-- [start:laws]
LAWS: tuple[Law, ...] = (
    Law(Bernoulli(HALF), (0, 1), (0.3, 2)),
    Law(Binomial(N, HALF), (0, 7, N), (0.5, N + 1)),
    Law(Categorical(THIRDS), (0, 2), (0.5, 3)),
    Law(Poisson(2.0), (0, 400), (-1, 0.5)),
    Law(NegativeBinomial(2.0, HALF), (0, 400), (-1, 0.5)),
    Law(Normal(0.0, 1.0), (-3.2, 400), (float("nan"),)),
    Law(StudentT(3.0), (-3.2, 400), (float("nan"),)),
    Law(LogNormal(0.0, 1.0), (0.2, 400), (0, -1)),
    Law(Gamma(2.0, 1.0), (0.2, 400, 0), (-1,)),  # a density of 0
    Law(Beta(2.0, 2.0), (0.2, 0.9, 0, 1), (-0.1, 1.1)),
    Law(ContinuousBernoulli(HALF), (0, 0.2, 1), (-0.1, 1.1)),
    Law(
        Multinomial(N, THIRDS),
        ((2, 3, 5), (2, 3, 4)),  # it lets a smaller total pass
        ((6, 3, 2), (11, 0, -1)),
    ),
    Law(
        Dirichlet(tensor(2.0, 2.0, 2.0)),
        ((0.2, 0.3, 0.5),),
        ((0.2, 0.2, 0.2),),
    ),
)
# --8<-- [end:laws]


def named(each: Law) -> str:
    """Its name in torch.distributions."""
    return type(each.law).__name__


def admits(each: Law, outcome: int | float | tuple) -> bool:
    """What the support of the law says of an outcome."""
    value = torch.tensor(outcome, dtype=torch.float32)
    return bool(each.law.support.check(value))


def written(outcome: int | float | tuple) -> str:
    """As a table says it."""
    if isinstance(outcome, tuple):
        return f"({', '.join(written(each) for each in outcome)})"
    if math.isnan(outcome):
        return "NaN"
    return fixed(outcome, 0 if outcome == int(outcome) else 1)


def tried() -> dict[str, dict[str, list[str]]]:
    """By name, what each law was asked and did say."""
    found = {}
    for each in LAWS:
        answers = {"accepts": [], "refuses": []}
        for outcome in each.inside + each.outside:
            key = "accepts" if admits(each, outcome) else "refuses"
            answers[key].append(written(outcome))
        found[named(each)] = answers
    return found
