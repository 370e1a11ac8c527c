"""Squared error is a Gaussian whose variance nobody wrote down."""

import math
from itertools import chain
from statistics import fmean

from jaxtyping import Float
from torch import Tensor

from snippets.figures.mse_hides_a_variance import draw
from snippets.frontier import (
    check,
    coin_variance,
    on_the_curve,
    rate_and_error,
)
from snippets.scores import rows, scores
from snippets.sweeps import (
    MNIST,
    PIXELS,
    VARIANCES,
    cross_entropy,
    gaussian,
    setting,
)
from snippets.vae.evaluation import ACTIVE
from snippets.words import fixed, spread

__all__ = ["RUNS", "draw", "measure", "words"]

LATENTS = MNIST.latents
FEW = 3  # seeds of the runs that collapse: they hardly differ


# --8<-- [start:gaussian_nll]
def gaussian_nll(
    x: Float[Tensor, "image pixel"],
    loc: Float[Tensor, "image pixel"],
    variance: float,
) -> Float[Tensor, " image"]:
    """Minus log N(x; loc, variance), in nats per image."""
    squared = ((x - loc) ** 2).sum(-1)  # ①
    constant = x.shape[-1] / 2 * math.log(2 * math.pi * variance)  # ②
    return squared / (2 * variance) + constant


# --8<-- [end:gaussian_nll]
# --8<-- [start:implied_variance]
def implied_variance(error_weight: float, rate_weight: float) -> float:
    """The variance in `error_weight * SSE + rate_weight * KL`.

    SSE is summed over the pixels and KL over the latents of an image.
    """
    return rate_weight / (2 * error_weight)


# --8<-- [end:implied_variance]
LOSSES = {
    "half": implied_variance(1 / 2, 1.0),
    "sum": implied_variance(1.0, 1.0),
    # Both weights times D, which keeps the numbers whole.
    "mean_mean": implied_variance(1.0, PIXELS / LATENTS),
    "mean": implied_variance(1.0, float(PIXELS)),
}
SHOWN = {name: LOSSES[name] for name in ("mean", "half", "sum")}
SWEEP = {
    LOSSES["mean"]: gaussian(LOSSES["mean"], FEW),
    LOSSES["mean_mean"]: gaussian(LOSSES["mean_mean"], FEW),
    **{variance: gaussian(variance) for variance in VARIANCES},
}
RUNS = (*chain.from_iterable(SWEEP.values()), *cross_entropy())


def measure() -> dict:
    """The sweep, the place of the Bernoulli on it, ten digits."""
    swept = {variance: scores(SWEEP[variance]) for variance in SWEEP}
    bernoulli = scores(cross_entropy())
    seen = [SWEEP[variance][0] for variance in SHOWN.values()]
    place = on_the_curve({v: swept[v] for v in VARIANCES}, bernoulli)
    return {
        "sweep": swept,
        "bernoulli": bernoulli,
        **place,
        "coin": [coin_variance(run) for run in cross_entropy()],
        "rows": rows([*seen, cross_entropy()[0]]),
        "shown": SHOWN,
    }


def words(found: dict) -> dict[str, str]:
    """Each loss by its name: rate, error, latents in use."""
    check(found["sweep"])
    said = rate_and_error("bernoulli", found["bernoulli"])
    for name, variance in LOSSES.items():
        said |= rate_and_error(name, found["sweep"][variance])
        said[f"{name}_variance"] = fixed(variance, 1)
    gap = [100 * each for each in found["gap"]]
    error = fmean(found["sweep"][LOSSES["sum"]]["error"])
    last = min(VARIANCES)
    return said | {
        "setting": setting(cross_entropy()[0]),
        "seeds": str(len(cross_entropy())),
        "few": str(FEW),
        "pixels": str(PIXELS),
        "latents": str(LATENTS),
        "nat": fixed(1 / math.log(2), 2),
        "sum_deviation": fixed(math.sqrt(LOSSES["sum"]), 2),
        "sum_excess": fixed(LOSSES["sum"] / error, 0),
        "coin": spread(found["coin"], 3),
        "last_variance": fixed(last, 4),
        "last_error": spread(found["sweep"][last]["error"], 4),
        "matched": spread(found["matched"], 2),
        "matched_fine": spread(found["matched"], 3),
        "matched_mean": fixed(fmean(found["matched"]), 2),
        "active": fixed(ACTIVE, 2),
        "gap": spread(gap, 1),
    }
