"""Laws of read counts; each is told how deeply a cell was read.

A cell is a row of counts with the depth of its reading at the end.
"""

from abc import ABC, abstractmethod

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.distributions import NegativeBinomial, Normal, Poisson
from torch.nn.functional import softplus

from snippets.vae.families import DiscretisedGaussian
from snippets.vae.families.gaussian import log_scale

FLOOR = 1e-2  # least scale of log1p counts
BINS = DiscretisedGaussian(1)  # for its digits: logs of bins

Cells = Float[Tensor, "*#batch column"]
Genes = Float[Tensor, "*#batch gene"]
Nats = Float[Tensor, "*batch gene"]


# --8<-- [start:laws]
class Reads(nn.Module, ABC):
    """Genes independent given z, around a rate for each gene."""

    parameters_per_pixel = 1

    def __init__(self, genes: int) -> None:
        """One more number a gene; a Poisson ignores it."""
        super().__init__()
        self.raw = nn.Parameter(torch.zeros(genes))

    @abstractmethod
    def gene_log_prob(self, k: Genes, log_rate: Genes) -> Nats:
        """Nats of each count at its rate."""

    def log_prob(
        self, cells: Cells, decoded: Float[Tensor, "*#batch gene 1"]
    ) -> Float[Tensor, "*batch"]:
        """Nats per cell; the depth multiplies all rates."""
        k, depth = cells[..., :-1], cells[..., -1:]
        log_rate = decoded.squeeze(-1) + depth.log()  # ①
        return self.gene_log_prob(k, log_rate).sum(-1)


class PoissonReads(Reads):
    """The variance is the rate."""

    def gene_log_prob(self, k: Genes, log_rate: Genes) -> Nats:
        """k log rate - rate - log k!"""
        law = Poisson(log_rate.exp(), validate_args=False)
        return law.log_prob(k)


class NegativeBinomialReads(Reads):
    """The variance is rate + rate^2 / r, with a learned r a gene."""

    def gene_log_prob(self, k: Genes, log_rate: Genes) -> Nats:
        """The library counts k failures; its odds are rate / r."""
        law = NegativeBinomial(
            self.raw.exp(),  # ②
            logits=log_rate - self.raw,
            validate_args=False,
        )
        return law.log_prob(k)


class GaussianReads(Reads):
    """A density of log(1 + k), with a learned scale a gene."""

    def bell(self, log_rate: Genes) -> Normal:
        """Around log(1 + rate)."""
        scale = log_scale(self.raw, FLOOR).exp()
        loc = softplus(log_rate)  # ③
        return Normal(loc, scale, validate_args=False)

    def gene_log_prob(self, k: Genes, log_rate: Genes) -> Nats:
        """Of the logarithm, not of the count."""
        return self.bell(log_rate).log_prob(k.log1p())


# --8<-- [end:laws]
# --8<-- [start:binned]
class BinnedReads(GaussianReads):
    """The same bell between walls: a law of counts."""

    def gene_log_prob(self, k: Genes, log_rate: Genes) -> Nats:
        """log of the mass between log(k + 1/2) and log(k + 3/2)."""
        bell = self.bell(log_rate)
        high, low = (k + 1.5).log(), (k + 0.5).log()  # ①
        lowest = BINS.log_cdf((high - bell.loc) / bell.scale)
        middle = -((high + low) / 2 - bell.loc).abs() / bell.scale
        log_width = (high - low).log() - bell.scale.log()
        below = BINS.log_cdf(middle + log_width.exp() / 2)
        inner = below + BINS.log_share(below, middle, log_width)
        return torch.where(k == 0, lowest, inner)


# --8<-- [end:binned]


LAWS: dict[str, type[Reads]] = {
    "poisson": PoissonReads,
    "negative-binomial": NegativeBinomialReads,
    "gaussian": GaussianReads,
}


def as_counts(law: Reads) -> Reads:
    """The same learned numbers, as a law of counts."""
    if not isinstance(law, GaussianReads):
        return law
    other = BinnedReads(len(law.raw)).requires_grad_(False)
    other.load_state_dict(law.state_dict())
    return other
