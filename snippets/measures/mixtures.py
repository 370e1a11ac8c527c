"""A pixel whose law depends on a hidden z, once z is forgotten."""

import math

import torch
from jaxtyping import Float
from torch import Tensor
from torch.distributions import Distribution, Laplace, Normal, Uniform

OFFSET, SLOPE = -1.0, 2.0  # of the flowering plants
# Each has the mean 0 and the variance 1.
PRIORS = {
    "normal": Normal(0.0, 1.0),
    "flat": Uniform(-math.sqrt(3), math.sqrt(3)),
    "peak": Laplace(0.0, math.sqrt(1 / 2)),
}


# --8<-- [start:mixture]
def quantiles(
    prior: Distribution, count: int = 100_000
) -> Float[Tensor, " point"]:
    """Values of z that stand for equal shares of the prior."""
    shares = (torch.arange(count).double() + 0.5) / count
    return prior.icdf(shares)


def flowering(z: Float[Tensor, " point"]) -> Float[Tensor, " point"]:
    """m: the probability of x = 1 at each z."""
    return (OFFSET + SLOPE * z).sigmoid()  # ①


def variance_parts(
    m: Float[Tensor, " point"],
) -> tuple[Float[Tensor, ""], Float[Tensor, ""]]:
    """E[m(1 - m)], the noise given z, and Var m."""
    return (m * (1 - m)).mean(), m.var(correction=0)  # ②


def excess_kurtosis(
    m: Float[Tensor, " point"], variance: float
) -> Float[Tensor, ""]:
    """Of x = m + Gaussian noise: 0 if x is itself Gaussian."""
    fourth = (m - m.mean()).pow(4).mean()
    spread = m.var(correction=0)
    return (fourth - 3 * spread**2) / (variance + spread) ** 2  # ③


# --8<-- [end:mixture]
def two_points() -> Float[Tensor, " point"]:
    """A prior that is no density: −1 or 1, as likely as each other."""
    return torch.tensor([-1.0, 1.0], dtype=torch.float64)


def mixed() -> dict[str, tuple[float, float, float]]:
    """For each prior: the mean of m, and both parts of Var x."""
    points = {name: quantiles(law) for name, law in PRIORS.items()}
    found = {}
    for name, z in (points | {"two": two_points()}).items():
        m = flowering(z)
        noise, between = variance_parts(m)
        found[name] = (m.mean().item(), noise.item(), between.item())
    return found
