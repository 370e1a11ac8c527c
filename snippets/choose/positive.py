"""Gamma and beta: a decoded mean, and one more number a column."""

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.distributions import Beta as BetaLaw
from torch.distributions import Gamma as GammaLaw
from torch.nn.functional import softplus

from snippets.choose.reals import Decoded, Nats, Rows, Values

LEAST = 1e-2  # of a shape; lgamma has a pole at 0


class Shaped(nn.Module):
    """The mean comes from the code, the shape belongs to the column."""

    parameters_per_pixel = 1

    def __init__(self, x: Rows) -> None:
        """Scales by the mean of the training rows."""
        super().__init__()
        self.register_buffer("unit", x.mean(0))
        self.raw = nn.Parameter(torch.full_like(self.unit, 1.0))

    @property
    def shape(self) -> Float[Tensor, "*training column"]:
        """Above 0; the larger, the narrower."""
        return softplus(self.raw).square().double() + LEAST


class Gamma(Shaped):
    """The standard deviation is the mean / sqrt(shape)."""

    def log_prob(self, x: Values, decoded: Decoded) -> Nats:
        """Nats per row, with respect to x."""
        rate = self.shape * (-decoded[..., 0].double()).exp()
        law = GammaLaw(self.shape, rate, validate_args=False)
        each = law.log_prob(x / self.unit) - self.unit.log()
        return each.sum(-1).to(decoded.dtype)


class Beta(Shaped):
    """The variance is mean (1 - mean) / (shape + 1)."""

    def log_prob(self, x: Values, decoded: Decoded) -> Nats:
        """Nats per row; 0 and 1 themselves have no density."""
        logits = decoded[..., 0].double()
        one = self.shape * logits.sigmoid() + LEAST
        zero = self.shape * (-logits).sigmoid() + LEAST
        law = BetaLaw(one, zero, validate_args=False)
        return law.log_prob(x.double()).sum(-1).to(decoded.dtype)
