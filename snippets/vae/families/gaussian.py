"""Normal noise around loc = sigmoid(decoded), of one variance.

Squared error is this law with its variance left unsaid.
"""

from math import log

import torch
from jaxtyping import Float
from torch import Generator, Tensor
from torch.distributions import Normal
from torch.nn.functional import softplus

from snippets.vae.likelihood import Likelihood

# Values in [0, 1] cannot vary more: the first guess, before any data.
WIDEST = 0.5


def positive(name: str, value: float) -> float:
    """The value, or a ValueError where it is not above zero."""
    if not value > 0:
        raise ValueError(f"{name} must be above 0, not {value}")
    return value


def log_scale(
    raw: Float[Tensor, "*shape"], floor: float
) -> Float[Tensor, "*shape"]:
    """log(floor + e^raw), without ever forming e^raw."""
    return log(floor) + softplus(raw - log(floor))


class SharedGaussian(Likelihood):
    """One variance for all pixels of all images."""

    support = "real"
    variance: Tensor

    def pixel_log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch pixel"]:
        """-(x - loc)^2 / (2 variance) - log(2 pi variance) / 2."""
        loc = self.mean(decoded)
        scale = self.variance_for(x, loc).sqrt()
        return Normal(loc, scale, validate_args=False).log_prob(x)

    def variance_for(
        self,
        x: Float[Tensor, "*#batch pixel"],
        loc: Float[Tensor, "*#batch pixel"],
    ) -> Float[Tensor, ""]:
        """The variance with which this batch is scored."""
        return self.variance

    def mean(
        self, decoded: Float[Tensor, "*batch pixel parameter"]
    ) -> Float[Tensor, "*batch pixel"]:
        """loc, between 0 and 1."""
        raw = decoded.squeeze(-1)
        return raw.sigmoid()

    def sample(
        self,
        decoded: Float[Tensor, "*batch pixel parameter"],
        generator: Generator,
    ) -> Float[Tensor, "*batch pixel"]:
        """loc plus noise; the noise may leave [0, 1]."""
        loc = self.mean(decoded)
        noise = torch.randn_like(loc, generator=generator)
        return loc + self.variance.sqrt() * noise


class Gaussian(SharedGaussian):
    """A variance that stays as given: 1/2 is the squared error."""

    def __init__(self, variance: float) -> None:
        """`variance` in squared units of x; ValueError at 0."""
        super().__init__()
        value = torch.tensor(float(positive("variance", variance)))
        self.register_buffer("variance", value)


class LearnedGaussian(SharedGaussian):
    """One learned scale, which never falls to its floor."""

    def __init__(self, floor: float = 1e-2) -> None:
        """`floor`: the least scale, in units of x."""
        super().__init__()
        self.floor = positive("floor", floor)
        raw = torch.tensor(log(WIDEST))
        self.raw_scale = torch.nn.Parameter(raw)

    @property
    def variance(self) -> Float[Tensor, ""]:
        """The square of floor + e^raw_scale."""
        return (2 * log_scale(self.raw_scale, self.floor)).exp()
