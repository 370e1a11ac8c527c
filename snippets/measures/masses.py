"""Laws of counts made of densities, and of a mean alone.

A density becomes a mass by bins: what lies nearer to k / levels than
to its neighbours goes to k.
"""

import math
from functools import cache

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.measures.readings import slope_with_mean
from snippets.vae.families import (
    DiscretisedGaussian,
    TruncatedGeometric,
)
from snippets.vae.families.continuous_bernoulli import log_mean_exp
from snippets.vae.families.counts import Counts

REACH, STEPS = 20.0, 2000  # of the grid of logits; beyond it, a line
FLOOR = 1e-4  # of a scale, as a share of levels

Pixels = Float[Tensor, "*#batch pixel"]
Decoded = Float[Tensor, "*#batch pixel parameter"]
Nats = Float[Tensor, "*batch pixel"]


# --8<-- [start:binned]
class BinnedGaussian(DiscretisedGaussian):
    """A Gaussian of one variance; its tails go to the end bins."""

    parameters_per_pixel = 1

    def __init__(self, levels: int, variance: float) -> None:
        """`variance` in squared units of x = k / levels."""
        super().__init__(levels, FLOOR)
        self.raw = math.log(variance**0.5 - FLOOR)

    def pixel_log_prob(self, x: Pixels, decoded: Decoded) -> Nats:
        """The scale stands beside every location."""
        scales = torch.full_like(decoded, self.raw)
        both = torch.cat([decoded, scales], -1)
        return super().pixel_log_prob(x, both)


class BinnedContinuous(Counts):
    """A continuous Bernoulli; the end bins are half as wide."""

    def pixel_log_prob(self, x: Pixels, decoded: Decoded) -> Nats:
        """log of the integral of e^(l x) over the bin, and over all."""
        slope = decoded.squeeze(-1)
        low = (x - 0.5).clamp_min(0) / self.levels
        high = (x + 0.5).clamp_max(self.levels) / self.levels
        width = high - low
        inside = slope * low + log_mean_exp(slope * width)
        return inside + width.log() - log_mean_exp(slope)


# --8<-- [end:binned]
# --8<-- [start:mean]
@cache
def slopes(levels: int) -> Float[Tensor, " grid"]:
    """The slope l for logits of the mean from -REACH to REACH."""
    grid = torch.linspace(-REACH, REACH, STEPS + 1).double()
    return slope_with_mean(TruncatedGeometric(levels), grid[None])[0]


class MeanGeometric(TruncatedGeometric):
    """A truncated geometric; `decoded` is the logit of its mean."""

    def pixel_log_prob(self, x: Pixels, decoded: Decoded) -> Nats:
        """Slopes are read off a grid, by straight lines."""
        known = slopes(self.levels).to(decoded)
        inside = decoded.clamp(-REACH, REACH)
        place = (inside + REACH) * (STEPS / 2 / REACH)
        left = place.detach().long().clamp_max(STEPS - 1)
        share = place - left
        slope = torch.lerp(known[left], known[left + 1], share)
        beyond = self.levels * (decoded - inside)  # ①
        return super().pixel_log_prob(x, slope + beyond)


# --8<-- [end:mean]
