"""Cells whose law is known, and what they cost under that law."""

import math
from typing import NamedTuple

import torch
from jaxtyping import Float
from torch import Generator, Tensor
from torch.distributions import (
    Distribution,
    NegativeBinomial,
    Normal,
    Poisson,
)

MIDDLE = 2.0  # median rate of a gene
EFFECT = 0.5  # sd of a factor's effect on a log rate
DEPTHS = 0.4  # sd of a log depth
REACH, STEP = 2.0, 0.1  # of the grid around a cell's own factors


# --8<-- [start:truth]
class Truth(NamedTuple):
    """Two factors move the rates of all genes."""

    weights: Float[Tensor, "2 gene"]
    base: Float[Tensor, " gene"]  # log rates at z = 0 and depth 1
    dispersion: float  # r; inf for a Poisson

    def law(self, log_rate: Tensor) -> Distribution:
        """Of counts at their rates."""
        r = self.dispersion
        if math.isinf(r):
            return Poisson(log_rate.exp(), validate_args=False)
        logits = log_rate - math.log(r)
        return NegativeBinomial(r, logits=logits, validate_args=False)

    def log_prob(
        self,
        cells: Float[Tensor, "*#batch column"],
        z: Float[Tensor, "*#batch 2"],
    ) -> Float[Tensor, "*batch"]:
        """log p(x|z), nats per cell."""
        k, depth = cells[..., :-1], cells[..., -1:]
        log_rate = z @ self.weights + self.base + depth.log()
        return self.law(log_rate).log_prob(k).sum(-1)


# --8<-- [end:truth]
def truth(genes: int, dispersion: float, generator: Generator) -> Truth:
    """A random truth."""
    drawn = torch.randn(3, genes, generator=generator)
    base = math.log(MIDDLE) + drawn[2]
    return Truth(EFFECT * drawn[:2], base, dispersion)


def simulate(
    known: Truth, cells: int, generator: Generator
) -> tuple[Float[Tensor, "cell column"], Float[Tensor, "cell 2"]]:
    """Counts with the depth as the last column; and the factors."""
    z = torch.randn(cells, 2, generator=generator)
    depth = DEPTHS * torch.randn(cells, 1, generator=generator)
    rate = (z @ known.weights + known.base + depth).exp()
    if math.isfinite(known.dispersion):
        rate = rate * gammas(rate, known.dispersion, generator)
    k = torch.poisson(rate, generator)
    return torch.cat([k, depth.exp()], 1), z


def gammas(
    like: Float[Tensor, "*shape"], r: float, generator: Generator
) -> Float[Tensor, "*shape"]:
    """Factors of mean 1 and variance 1/r."""
    shape = torch.full_like(like, r)
    return torch._standard_gamma(shape, generator) / r


# --8<-- [start:evidence]
def log_evidence(
    known: Truth,
    cells: Float[Tensor, "cell column"],
    z: Float[Tensor, "cell 2"],
    reach: float = REACH,
    step: float = STEP,
) -> Float[Tensor, " cell"]:
    """log p(x) of the truth, nats: p(x|z) p(z) summed on a grid."""
    axis = torch.arange(-reach, reach + step / 2, step)
    around = torch.cartesian_prod(axis, axis)
    found = []
    for cell, own in zip(cells, z, strict=True):
        grid = own + around  # ①
        prior = Normal(0.0, 1.0).log_prob(grid).sum(1)
        terms = known.log_prob(cell, grid) + prior
        found.append(terms.logsumexp(0))
    return torch.stack(found) + 2 * math.log(step)


# --8<-- [end:evidence]
