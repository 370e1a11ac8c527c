"""Bell-shaped densities poured into the bins [k - 1/2, k + 1/2].

What falls below 0 or above levels goes to 0 or to levels. Salimans
et al. (2017) do this to the logistic density.
"""

from abc import abstractmethod
from math import log

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import logsigmoid

from snippets.vae.families.continuous_bernoulli import log_mean_exp
from snippets.vae.families.counts import Counts
from snippets.vae.families.gaussian import log_scale, positive

Pixels = Float[Tensor, "*batch pixel"]


class Discretised(Counts):
    """loc = levels sigmoid(first), scale = levels (floor + e^second).

    Bins are measured in units of the scale and mirrored to lie left
    of loc; loc is within 0 and levels, so that both outer bins then
    reach out to minus infinity.
    """

    parameters_per_pixel = 2

    def __init__(self, levels: int, floor: float = 1e-4) -> None:
        """`floor`: the least scale, as a share of `levels`."""
        super().__init__(levels)
        self.floor = positive("floor", floor)

    def pixel_log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch pixel"]:
        """log of the mass of the bin around x, nats."""
        location, raw = decoded.unbind(-1)
        log_width = -log(self.levels) - log_scale(raw, self.floor)
        distance = (x - self.levels * location.sigmoid()).abs()
        middle = -distance * log_width.exp()
        log_width = log_width.expand_as(middle)
        below = self.log_cdf(middle + log_width.exp() / 2)
        share = self.log_share(below, middle, log_width)
        outer = (x == 0) | (x == self.levels)
        return below + torch.where(outer, 0, share)

    @abstractmethod
    def log_cdf(self, edge: Pixels) -> Pixels:
        """log of the mass below the edge."""

    @abstractmethod
    def log_share(
        self, below: Pixels, middle: Pixels, log_width: Pixels
    ) -> Pixels:
        """log of the part of that mass that is in the bin."""


class DiscretisedLogistic(Discretised):
    """The difference of two sigmoids is a product: no cancelling."""

    def log_cdf(self, edge: Pixels) -> Pixels:
        """log sigmoid(edge)."""
        return logsigmoid(edge)

    def log_share(
        self, below: Pixels, middle: Pixels, log_width: Pixels
    ) -> Pixels:
        """log sigmoid(-a) (1 - e^-width), a the lower edge."""
        width = log_width.exp()
        above = logsigmoid(width / 2 - middle)
        return above + log_width + log_mean_exp(-width)
