"""Laws of whole numbers; densities are made masses by bins."""

from collections.abc import Callable

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.distributions import Normal

from snippets.measures.reads import (
    BINS,
    BinnedReads,
    NegativeBinomialReads,
    PoissonReads,
)
from snippets.vae.families.gaussian import WIDEST, log_scale

FLOOR = 0.05  # least scale, in counts; the bins are 1 wide
LEAST = 1e-2  # least scale of a squared error

Counts = Float[Tensor, "*#batch column"]
Decoded = Float[Tensor, "*#batch column parameter"]
Nats = Float[Tensor, "*batch"]


class NoDepth:
    """The laws of read counts, where nothing tells a depth."""

    def __init__(self, x: Float[Tensor, "row column"]) -> None:
        """A rate is a multiple of the column's mean in training."""
        super().__init__(x.shape[1])
        least = 1 / len(x)
        self.register_buffer("centre", x.mean(0).clamp_min(least).log())

    def log_prob(self, x: Counts, decoded: Decoded) -> Nats:
        """Nats per row, at the decoded log multiples."""
        log_rate = self.centre + decoded.squeeze(-1)
        return self.gene_log_prob(x, log_rate).sum(-1)


class Poisson(NoDepth, PoissonReads):
    """The variance is the mean."""


class NegativeBinomial(NoDepth, NegativeBinomialReads):
    """The variance is mean + mean^2 / r, with an r for each column."""


class LogGaussian(NoDepth, BinnedReads):
    """A bell of log(1 + k) between walls halfway between counts."""


class RoundedGaussian(nn.Module):
    """A bell of k itself; what falls below 1/2 is 0."""

    parameters_per_pixel = 1

    def __init__(self, x: Float[Tensor, "row column"]) -> None:
        """Measured in the spread of each column."""
        super().__init__()
        self.register_buffer("centre", x.mean(0))
        self.register_buffer("unit", x.std(0).clamp_min(FLOOR))
        self.raw = nn.Parameter(torch.zeros(x.shape[1]))

    def log_prob(self, x: Counts, decoded: Decoded) -> Nats:
        """log of the mass between k - 1/2 and k + 1/2, summed."""
        loc = self.centre + self.unit * decoded.squeeze(-1)
        raw = self.raw + self.unit.log()
        log_width = -log_scale(raw, FLOOR)
        below = BINS.log_cdf((x + 0.5 - loc) * log_width.exp())
        middle = -(x - loc).abs() * log_width.exp()
        log_width = log_width.expand_as(middle)
        upper = BINS.log_cdf(middle + log_width.exp() / 2)
        inner = upper + BINS.log_share(upper, middle, log_width)
        return torch.where(x == 0, below, inner).sum(-1)


class SquaredError(nn.Module):
    """A density around sigmoid(decoded) with one learned scale.

    On 0 and 1 it is scored by the side of 1/2 that it falls on.
    """

    parameters_per_pixel = 1

    def __init__(self) -> None:
        """The scale begins at the widest that 0 and 1 can have."""
        super().__init__()
        self.raw = nn.Parameter(torch.full((1,), WIDEST).log())

    def bell(self, decoded: Decoded) -> Normal:
        """Between 0 and 1, with its floor."""
        scale = log_scale(self.raw, LEAST).exp()
        loc = decoded.squeeze(-1).sigmoid()
        return Normal(loc, scale, validate_args=False)

    def log_prob(self, x: Counts, decoded: Decoded) -> Nats:
        """As it is trained: a density, in nats per row."""
        return self.bell(decoded).log_prob(x).sum(-1)

    def mass_log_prob(self, x: Counts, decoded: Decoded) -> Nats:
        """log of the mass above 1/2, or of that below."""
        bell = self.bell(decoded)
        side = (2 * x - 1) * (bell.loc - 0.5)
        return BINS.log_cdf(side / bell.scale).sum(-1)


def score(law: nn.Module) -> Callable[[Counts, Decoded], Nats]:
    """How the law is compared: all but one as they were trained."""
    return getattr(law, "mass_log_prob", law.log_prob)
