"""Losses that aim at the mean, and what each charges for a miss."""

from collections.abc import Callable

import torch
from jaxtyping import Float
from torch import Tensor

TARGETS = (0.02, 0.2, 0.5, 0.8)
HIGHEST = 0.5  # nats; the curves are drawn up to here
WIDEST = 1 / 4  # the largest variance of a coin

Generator = Callable[[Tensor], Tensor]


# --8<-- [start:bregman]
GENERATORS: dict[str, Generator] = {
    "squared": lambda x: x**2,
    "coins": lambda x: x.xlogy(x) + (1 - x).xlogy(1 - x),
    "counts": lambda x: x.xlogy(x),
    "ratios": lambda x: -x.log(),
}


def bregman(
    phi: Generator,
    x: Float[Tensor, "*#shape"],
    m: Float[Tensor, "*#shape"],
) -> Float[Tensor, "*shape"]:
    """How far phi at x lies above its tangent at m; never negative."""
    slope = torch.func.grad(lambda at: phi(at).sum())(m)  # ①
    return phi(x) - phi(m) - slope * (x - m)


# --8<-- [end:bregman]
def parabola(
    target: float, m: Float[Tensor, " point"], variance: float
) -> Float[Tensor, " point"]:
    """What a Gaussian of this variance charges for m, in nats."""
    return (target - m) ** 2 / (2 * variance)


def bowl(target: float) -> dict[str, list[float]]:
    """Three charges for forecasts around one target, in nats."""
    m = torch.linspace(0.002, 0.998, 499, dtype=torch.float64)
    own = target * (1 - target)
    x = torch.full_like(m, target)
    return {
        "m": m.tolist(),
        "coins": bregman(GENERATORS["coins"], x, m).tolist(),
        "local": parabola(target, m, own).tolist(),
        "widest": parabola(target, m, WIDEST).tolist(),
    }
