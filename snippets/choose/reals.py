"""Densities in the units of the data, whatever scale they work on.

A law of y = f(x) is a law of x: its log density gains the log slope
of f, so that all laws can be compared.
"""

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.distributions import Distribution, Normal
from torch.distributions import StudentT as StudentTLaw
from torch.nn.functional import softplus

from snippets.vae.families.gaussian import log_scale

FLOOR = 1e-2  # least scale, in standard deviations of the column

Rows = Float[Tensor, "row column"]
Values = Float[Tensor, "*#batch column"]
Decoded = Float[Tensor, "*#batch column parameter"]
Each = Float[Tensor, "*batch column"]
Nats = Float[Tensor, "*batch"]


class Gaussian(nn.Module):
    """A bell around the decoded place, with one scale a column."""

    parameters_per_pixel = 1

    def __init__(self, x: Rows) -> None:
        """Works in the mean and standard deviation of training rows."""
        super().__init__()
        y = self.line(x)
        spread = y.std(0)
        self.register_buffer("centre", y.mean(0))
        self.register_buffer("unit", spread.where(spread > 0, 1))
        self.raw = nn.Parameter(torch.zeros(x.shape[1]))

    def line(self, x: Values) -> Each:
        """f(x), any real number."""
        return x

    def log_slope(self, x: Values) -> Each:
        """log f'(x), in nats."""
        return torch.zeros_like(x)

    def law(self, decoded: Decoded) -> Distribution:
        """Of f(x) in its own mean and standard deviation."""
        scale = log_scale(self.raw, FLOOR).exp()
        return Normal(decoded[..., 0], scale, validate_args=False)

    def log_prob(self, x: Values, decoded: Decoded) -> Nats:
        """Nats per row, with respect to x."""
        y = (self.line(x) - self.centre) / self.unit
        slope = self.log_slope(x) - self.unit.log()
        return (self.law(decoded).log_prob(y) + slope).sum(-1)


class ValueGaussian(Gaussian):
    """The decoder says how sure it is of each value."""

    parameters_per_pixel = 2

    def law(self, decoded: Decoded) -> Distribution:
        """Place and scale are both decoded."""
        loc, raw = decoded.unbind(-1)
        scale = log_scale(raw + self.raw, FLOOR).exp()
        return Normal(loc, scale, validate_args=False)


class StudentT(Gaussian):
    """Heavier tails, as heavy as the column wants them."""

    def __init__(self, x: Rows) -> None:
        """Degrees of freedom begin near 5, and stay above 1."""
        super().__init__(x)
        self.freedom = nn.Parameter(torch.full_like(self.centre, 4.0))

    def law(self, decoded: Decoded) -> Distribution:
        """With its degrees of freedom."""
        scale = log_scale(self.raw, FLOOR).exp()
        freedom = 1 + softplus(self.freedom)
        loc = decoded[..., 0]
        return StudentTLaw(freedom, loc, scale, validate_args=False)


class LogNormal(Gaussian):
    """A Gaussian of log x, whose slope is 1 / x."""

    def line(self, x: Values) -> Each:
        """log x."""
        return x.log()

    def log_slope(self, x: Values) -> Each:
        """-log x."""
        return -x.log()


class LogitNormal(Gaussian):
    """A Gaussian of log(x / (1 - x)), slope 1 / (x (1 - x))."""

    def line(self, x: Values) -> Each:
        """The logit of x."""
        return x.log() - (-x).log1p()

    def log_slope(self, x: Values) -> Each:
        """-log x - log(1 - x)."""
        return -x.log() - (-x).log1p()
