"""The cross-entropy in the loss is minus log p(x|z) of coin tosses."""

import math
from statistics import fmean

from jaxtyping import Float
from torch import Tensor
from torch.distributions import Bernoulli
from torch.nn.functional import softplus

from snippets.calibration import calibration, logits_of, worst
from snippets.figures.cross_entropy_is_bernoulli import draw
from snippets.measures.costs import HAND, SHARES, bowl, by_hand, missed
from snippets.sweeps import binary, setting
from snippets.words import fixed, power, spread

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = tuple(binary())


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


def compared(
    x: Float[Tensor, "image pixel"],
    logits: Float[Tensor, "image pixel"],
) -> dict[str, float]:
    """How far the three ways differ, and where the logits lie."""
    exact, wide = x.double(), logits.double()
    inside = from_logits(exact, wide)
    single = from_logits(x, logits)
    tossed = coin_tosses(exact, wide.sigmoid())
    before = cross_entropy(exact, wide.sigmoid())
    return {
        "differ": (single / tossed - 1).abs().max().item(),
        "placement": (before - inside).abs().max().item(),
        "cost": inside.mean().item(),
        "twice": from_logits(exact, exact).mean().item(),
        "lowest": logits.min().item(),
        "highest": logits.max().item(),
    }


def measure() -> dict:
    """All test images in five networks; the curves of two figures."""
    each = [compared(*logits_of(run)) for run in RUNS]
    return {
        "hand": HAND,
        "bowls": {share: bowl(share) for share in SHARES},
        "images": len(logits_of(RUNS[0])[0]),
        "ways": {k: [one[k] for one in each] for k in each[0]},
        "calibration": [calibration(run) for run in RUNS],
    }


def of_ways(ways: dict[str, list[float]]) -> dict[str, str]:
    """One number, computed where the sigmoid is and where it is not."""
    return {
        "differ": power(max(ways["differ"])),
        "placement": power(max(ways["placement"])),
        "cost": spread(ways["cost"], 0),
        "twice": fixed(fmean(ways["twice"]), 0),
        "lowest": fixed(min(ways["lowest"]), 0),
        "highest": fixed(max(ways["highest"]), 0),
    }


def of_bins(each: list[dict]) -> dict[str, str]:
    """How far the coins of all seeds are off, in per cent."""
    first = {k: [100 * c[k][0] for c in each] for k in each[0]}
    return {
        "miss": spread([100 * worst(c) for c in each], 1),
        "first_share": fixed(fmean(first["share"]), 0),
        "first_said": spread(first["said"], 2),
        "first_seen": spread(first["seen"], 2),
    }


def words(found: dict) -> dict[str, str]:
    """How the ways agree, what a miss costs, how far coins are off."""
    said = by_hand() | missed() | of_ways(found["ways"])
    said |= of_bins(found["calibration"])
    return said | {
        "setting": setting(RUNS[0]),
        "seeds": str(len(RUNS)),
        "images": str(found["images"]),
        "one_in_e": fixed(math.exp(-1), 2),
        "nat": fixed(1 / math.log(2), 2),
        "capped": fixed(1 / (1 + math.exp(-1)), 2),
    }
