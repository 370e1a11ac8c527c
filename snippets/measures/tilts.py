"""One exponential curve on two points, on a grid, on an interval."""

import torch

from snippets.measures.readings import slope_with_mean
from snippets.vae.families import (
    Bernoulli,
    ContinuousBernoulli,
    TruncatedGeometric,
)
from snippets.vae.likelihood import Likelihood

LEVELS = 16
LAWS: dict[str, Likelihood] = {
    "bernoulli": Bernoulli(),
    "truncated-geometric": TruncatedGeometric(LEVELS),
    "continuous-bernoulli": ContinuousBernoulli(),
}


def mean_at(m: list[float]) -> dict[str, list[float]]:
    """The mean of each law, as a share, where its parameter is m."""
    slopes = (
        torch.tensor([m], dtype=torch.float64).logit().unsqueeze(-1)
    )
    return {
        name: (law.mean(slopes) / law.levels)[0].tolist()
        for name, law in LAWS.items()
    }


def logits_for(means: list[float]) -> dict[str, list[float]]:
    """The logit at which each law has each of the means, as shares."""
    wanted = torch.tensor([means], dtype=torch.float64).logit()
    return {
        name: slope_with_mean(law, wanted)[0].tolist()
        for name, law in LAWS.items()
    }


def unnormalised(m: float, steps: int) -> list[float]:
    """m^x (1 - m)^(1 - x) at x = 0, 1 / steps, ... 1."""
    return [
        m ** (k / steps) * (1 - m) ** (1 - k / steps)
        for k in range(steps + 1)
    ]
