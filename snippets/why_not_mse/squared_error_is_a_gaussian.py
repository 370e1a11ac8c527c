"""Squared error is a Gaussian whose variance nobody wrote down."""

import math
from itertools import chain
from statistics import fmean

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.figures.squared_error_is_a_gaussian import draw
from snippets.measures.reductions import LOSSES, implied_variance
from snippets.measures.unit_words import (
    SIZES,
    SUM,
    of_bits,
    of_losses,
    of_scales,
    of_seen,
)
from snippets.measures.units import (
    DECODED,
    NEAR,
    outside,
    priced_in_bits,
    scatter,
    seen_near,
)
from snippets.scores import scores
from snippets.sweeps import gaussian, setting
from snippets.words import fixed, spread

__all__ = ["RUNS", "draw", "implied_variance", "measure", "words"]

BELLS = ("sum", "half", "mean")  # of the losses; drawn as bells
# By name: the variance in ink of SSE + KL on another scale, or near it.
SWEPT = {"ink": SUM, "centred": 1 / 8, "low": 1 / 16, "last": 1 / 32}
PRICED = ("ink", "centred", "last")
RUNS = tuple(chain.from_iterable(gaussian(v) for v in SWEPT.values()))


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
def measure() -> dict:
    """Bells beside pixels, losses in bits, the scatter of pixels."""
    variances = {n: LOSSES[n].variance(**SIZES) for n in BELLS}
    at = torch.tensor([DECODED])
    return {
        "bells": variances,
        "outside": {n: float(outside(at, variances[n])) for n in BELLS},
        "seen": [seen_near(run) for run in gaussian(SUM)],
        "rates": {n: scores(gaussian(v)) for n, v in SWEPT.items()},
        "priced": {
            name: [priced_in_bits(r) for r in gaussian(SWEPT[name])]
            for name in PRICED
        },
        "scatter": scatter(),
    }


def words(found: dict) -> dict[str, str]:
    """Losses and their variances, shares of bells, scales, bits."""
    seen = found["seen"]
    out = {
        f"{n}_outside": fixed(100 * share, 0)
        for n, share in found["outside"].items()
    }
    return (
        out
        | of_losses()
        | of_scales(found)
        | of_bits(found)
        | of_seen(seen)
        | {
            "setting": setting(gaussian(SUM)[0]),
            "seeds": str(len(seen)),
            "at": fixed(DECODED, 1),
            "from": fixed(DECODED - NEAR, 2),
            "to": fixed(DECODED + NEAR, 2),
            "scatter": spread([each["scatter"] for each in seen], 3),
            "error": spread(found["rates"]["ink"]["error"], 3),
            "miss": fixed(
                math.sqrt(fmean(found["rates"]["ink"]["error"]))
            ),
        }
    )
