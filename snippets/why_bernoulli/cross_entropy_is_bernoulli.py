"""The cross-entropy in the loss is minus log p(x|z) of coin tosses."""

import math
from statistics import fmean

from jaxtyping import Float
from torch import Tensor
from torch.distributions import Bernoulli
from torch.nn.functional import (
    binary_cross_entropy_with_logits,
    softplus,
)

from snippets.calibration import calibration, logits_of, worst
from snippets.figures.cross_entropy_is_bernoulli import draw
from snippets.sweeps import PIXELS, binary, setting
from snippets.vae.dataset import load
from snippets.vae.evaluation import bits_per_pixel
from snippets.words import fixed, power, spread

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = tuple(binary())
SHOWN = 3  # the digit of the picture
ONE = 7  # the bin of which the finding speaks: 0.7 to 0.8
HAND = ((1.0, 0.9), (0.0, 0.2), (1.0, 0.5))  # three pixels: x, m


# --8<-- [start:three_ways]
def cross_entropy(
    x: Float[Tensor, "*image pixel"], m: Float[Tensor, "*image pixel"]
) -> Float[Tensor, "*image"]:
    """The loss of the question without its 1e-10, in nats."""
    return -(x * m.log() + (1 - x) * (1 - m).log()).sum(-1)  # ①


def coin_tosses(
    x: Float[Tensor, "*image pixel"], m: Float[Tensor, "*image pixel"]
) -> Float[Tensor, "*image"]:
    """Minus the log probability that independent coins show x."""
    return -Bernoulli(probs=m).log_prob(x).sum(-1)  # ②


def from_logits(
    x: Float[Tensor, "*image pixel"],
    logits: Float[Tensor, "*image pixel"],
) -> Float[Tensor, "*image"]:
    """The same number, safe where m rounds to 0 or 1."""
    return (softplus(logits) - x * logits).sum(-1)  # ③


# --8<-- [end:three_ways]


def measure() -> dict:
    """One digit pixel by pixel, all test images, five calibrations."""
    x, logits = logits_of(RUNS[0])
    labels = load(RUNS[0].data).test.labels.tolist()
    shown = labels.index(SHOWN)
    cost = binary_cross_entropy_with_logits(
        logits[shown], x[shown], reduction="none"
    )
    loss, tossed = (
        from_logits(x, logits),
        coin_tosses(x.double(), logits.double().sigmoid()),
    )
    return {
        "picture": x[shown].reshape(28, 28).numpy(),
        "m": logits[shown].sigmoid().reshape(28, 28).numpy(),
        "cost": cost.reshape(28, 28).numpy(),
        "total": cost.sum().item(),
        "dearest": cost.max().item(),
        "differ": (loss / tossed - 1).abs().max().item(),
        "images": len(x),
        "digit": SHOWN,
        "calibration": [calibration(run) for run in RUNS],
    }


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
    said["product"] = fixed(product, 2)
    return said | {"hand": fixed(-math.log(product), 3)}


def words(found: dict) -> dict[str, str]:
    """The sum over the pixels, and how far the coins are off."""
    total = found["total"]
    each = found["calibration"]
    first = {k: [100 * c[k][0] for c in each] for k in each[0]}
    return by_hand() | {
        "setting": setting(RUNS[0]),
        "seeds": str(len(RUNS)),
        "total": fixed(total, 1),
        "bits": fixed(total / math.log(2), 1),
        "bits_per_pixel": fixed(bits_per_pixel(total, PIXELS), 3),
        "one_in_e": fixed(math.exp(-1), 2),
        "dearest": fixed(found["dearest"], 1),
        "differ": power(found["differ"]),
        "images": str(found["images"]),
        "miss": spread([100 * worst(c) for c in each], 1),
        "one_said": fixed(100 * fmean(c["said"][ONE] for c in each), 0),
        "one_seen": fixed(100 * fmean(c["seen"][ONE] for c in each), 0),
        "first_share": fixed(fmean(first["share"]), 0),
        "first_said": spread(first["said"], 2),
        "first_seen": spread(first["seen"], 2),
    }
