"""What a forecast costs: three pixels by hand, and a miss."""

import math

import torch
from jaxtyping import Float
from torch import Tensor
from torch.distributions import Bernoulli, kl_divergence

from snippets.words import fixed

HAND = ((1.0, 0.8), (0.0, 0.4), (1.0, 0.3))  # three pixels: x, m
SHARES = (0.2, 0.5, 0.8)  # of the images at one code, those with ink
TARGET = 0.8  # the share of the question
MISS = 0.1
IMAGES = 100  # in the example, so many have this code
HIGHEST = 0.1  # nats; the curves are drawn up to here


def by_hand() -> dict[str, str]:
    """Three pixels: forecast, probability of what came, surprise."""
    said = {}
    chance = [m if x else 1 - m for x, m in HAND]
    rows = zip(HAND, chance, strict=True)
    for place, ((_, m), p) in enumerate(rows, start=1):
        said[f"m{place}"] = fixed(m, 1)
        said[f"p{place}"] = fixed(p, 1)
        said[f"nats{place}"] = fixed(-math.log(p), 3)
    product = math.prod(chance)
    said["product"] = fixed(product, 3)
    return said | {"hand": fixed(-math.log(product), 3)}


# --8<-- [start:excess]
def excess(
    share: Float[Tensor, "*toss"], m: Float[Tensor, "*toss"]
) -> Float[Tensor, "*toss"]:
    """What forecasting m instead of the share adds, in nats."""
    return kl_divergence(Bernoulli(share), Bernoulli(m))


# --8<-- [end:excess]
def of_one(share: float, m: float) -> float:
    """The same for one toss."""
    both = torch.tensor([share, m], dtype=torch.float64)
    return excess(*both).item()


def bowl(share: float) -> dict[str, list]:
    """The curve around one share, and its dots at both misses."""
    m = torch.linspace(0.01, 0.99, 491, dtype=torch.float64)
    nats = excess(torch.full_like(m, share), m)
    low = nats <= HIGHEST
    sides = (share - MISS, share + MISS)
    return {
        "m": m[low].tolist(),
        "nats": nats[low].tolist(),
        "dots": [[side, of_one(share, side)] for side in sides],
    }


def logit(m: float) -> float:
    """The logarithm of the odds."""
    return math.log(m / (1 - m))


def beside(m: float) -> dict[str, str]:
    """A forecast next to the target: its cost, and how far it is."""
    nats = of_one(TARGET, m)
    variance = m * (1 - m)
    return {
        "m": fixed(m, 1),
        "nats": fixed(nats, 4),
        "variance": fixed(variance, 2),
        "deviations": fixed(MISS / math.sqrt(variance), 2),
        "times": fixed(math.exp(IMAGES * nats), 0),
        "way": fixed(abs(logit(m) - logit(TARGET)), 2),
    }


def missed() -> dict[str, str]:
    """Both sides of the target, as the prose says them."""
    said = {
        "target": fixed(TARGET, 1),
        "target_variance": fixed(TARGET * (1 - TARGET), 2),
        "off_by": fixed(MISS, 1),
        "even": fixed(of_one(1 / 2, 1 / 2 + MISS), 4),
        "tosses": str(IMAGES),
        "inked": fixed(IMAGES * TARGET, 0),
    }
    for name, side in (("over", MISS), ("under", -MISS)):
        for key, text in beside(TARGET + side).items():
            said[f"{name}_{key}"] = text
    return said
