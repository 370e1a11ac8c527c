"""Left free, the variance goes to the mean squared error."""

import math
from itertools import chain

from jaxtyping import Float
from torch import Tensor

from snippets.figures.the_data_choose_the_variance import draw
from snippets.measures.below_zero_words import of_losses
from snippets.measures.choice_checks import check
from snippets.measures.choice_words import of_scales
from snippets.measures.floor_words import of_floors
from snippets.measures.floors import (
    COUNTED,
    FLOORED,
    LOWEST,
    alone,
    cheaper,
    floored,
    in_units,
    moved,
    still,
)
from snippets.measures.scales import (
    LONG,
    MEMORIES,
    STARTED,
    course,
    ends,
    of_runs,
    replayed,
    settling,
)
from snippets.sweeps import gaussian, noise
from snippets.vae.dataset import load

__all__ = ["RUNS", "draw", "measure", "words"]

ARRIVED = 0.018  # where the computed variance ended
FIXED = (1 / 2, 1 / 8, 1 / 32, ARRIVED)
CLOSED = noise("optimal-gaussian")
RUNS = (
    *chain(*STARTED.values()),
    *chain(*(gaussian(variance) for variance in FIXED)),
    *CLOSED,
    *LONG,
    *chain(*FLOORED.values()),
    *COUNTED,
)


# --8<-- [start:nats]
def best_nats(
    x: Float[Tensor, "image pixel"], loc: Float[Tensor, "image pixel"]
) -> Float[Tensor, ""]:
    """Mean pixel term under the variance that makes it least."""
    error = (x - loc).square().mean()  # ①
    return x.shape[-1] / 2 * (2 * math.pi * math.e * error).log()


def held_nats(
    x: Float[Tensor, "image pixel"], loc: Float[Tensor, "image pixel"]
) -> Float[Tensor, ""]:
    """A squared error, weighted by a variance that is only read off."""
    variance = (x - loc).square().mean().detach()  # ②
    squares = (x - loc).square().sum(-1).mean()
    constant = x.shape[-1] / 2 * (2 * math.pi * variance).log()
    return squares / (2 * variance) + constant


# --8<-- [end:nats]
def measure() -> dict:
    """Scales that settle, losses below zero, floors."""
    digits, mnist = (
        load(name).images("train", "grey")
        for name in ("digits", "mnist_5k")
    )
    narrow = STARTED["narrow"]
    return {
        "settling": {n: settling(runs) for n, runs in STARTED.items()},
        "fixed": {v: of_runs(gaussian(v)) for v in FIXED},
        "chosen": {
            "closed": of_runs(CLOSED),
            **{name: ends(runs) for name, runs in STARTED.items()},
        },
        "replayed": {m: replayed(narrow, m) for m in MEMORIES},
        "replayed_near": {
            m: replayed(STARTED["near"], m) for m in MEMORIES
        },
        "narrow_first": [
            row[0] for row in course(narrow, "train_loss")
        ],
        "units": in_units(CLOSED),
        "long": {
            p: course(LONG, f"{p}_loss") for p in ("train", "valid")
        },
        "long_scale": course(LONG, "scale"),
        "long_root": settling(LONG)["root"],
        "long_rate": course(LONG, "train_rate"),
        "floors": {f: floored(runs) for f, runs in FLOORED.items()},
        "cheaper": cheaper(FLOORED[LOWEST], FLOORED[1e-2]),
        "alone": {floor: alone(digits, floor) for floor in FLOORED},
        "counted": floored(COUNTED),
        "shift": digits.shape[1] * math.log(load("digits").levels),
        "still": {"digits": moved(), "mnist": len(still(mnist))},
    }


def words(found: dict) -> dict[str, str]:
    """What the page says, by the section that says it."""
    check(found)
    return of_scales(found) | of_losses(found) | of_floors(found)
