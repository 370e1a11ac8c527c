"""Misses worked out by hand: small ones, a haze, a shared dial."""

import math

import torch
from scipy.optimize import minimize_scalar
from torch.distributions import Bernoulli, kl_divergence

from snippets.measures.rulers import TARGETS, WIDEST
from snippets.words import fixed

DIAL = {"first": 0.02, "second": 0.5, "ahead": 0.3}
MEDIAN = {"images": 10, "inked": 4}
SMALL = 0.01  # a miss


def charge(target: float, m: float) -> float:
    """What cross-entropy adds for m instead of the target, nats."""
    coins = [
        Bernoulli(torch.tensor(p, dtype=torch.float64))
        for p in (target, m)
    ]
    return kl_divergence(*coins).item()


def dial() -> dict[str, float]:
    """Where each loss sets one number t that serves two pixels.

    The first pixel shows t, the second t + DIAL["ahead"].
    """
    first, second, ahead = DIAL.values()

    def coins(t: float) -> float:
        return charge(first, t) + charge(second, t + ahead)

    best = minimize_scalar(coins, bounds=(1e-6, 0.5), method="bounded")
    squared = (first + second - ahead) / 2
    return {"coins": float(best.x), "squared": squared}


def haze() -> dict[str, str]:
    """A little ink where there is none, by both rulers."""
    coins = -math.log(1 - SMALL)
    squared = SMALL**2 / (2 * WIDEST)
    return {
        "haze_coins": fixed(coins, 4),
        "haze_squared": fixed(squared, 4),
        "haze_times": fixed(coins / squared, 0),
    }


def examples() -> dict[str, str]:
    """Two misses of one size, the dial, and a pixel of four in ten."""
    said = {"small": fixed(SMALL, 2)}
    for name, target in (("rare", TARGETS[0]), ("even", TARGETS[2])):
        said[f"{name}_target"] = fixed(target, 2)
        said[f"{name}_m"] = fixed(target + SMALL, 2)
        said[f"{name}_nats"] = fixed(charge(target, target + SMALL), 5)
        said[f"{name}_variance"] = fixed(target * (1 - target), 4)
    said |= haze()
    ratio = [charge(t, t + SMALL) for t in (TARGETS[0], TARGETS[2])]
    said["times"] = fixed(ratio[0] / ratio[1], 0)
    for name, t in dial().items():
        said[f"dial_{name}"] = fixed(t, 2)
        said[f"dial_{name}_first"] = fixed(t - DIAL["first"], 2)
        behind = DIAL["second"] - DIAL["ahead"] - t
        said[f"dial_{name}_second"] = fixed(behind, 2)
    for name, value in DIAL.items():
        said[f"dial_{name}"] = fixed(value, 2)
    return said | {
        "images": str(MEDIAN["images"]),
        "inked": str(MEDIAN["inked"]),
        "share": fixed(MEDIAN["inked"] / MEDIAN["images"], 1),
    }
