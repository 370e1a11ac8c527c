"""The page on blur in numbers: what was measured, and its toy."""

import math
from statistics import fmean

from snippets.measures.sharpness import DRAWS, pairs
from snippets.measures.stroke import (
    WHOLE_BIT,
    best_difference,
    from_pixels,
    grey_bit,
)
from snippets.sweeps import MNIST, PIXELS
from snippets.vae.evaluation import ACTIVE
from snippets.words import fixed, spread

NEIGHBOURS = pairs(math.isqrt(PIXELS))
ROWS = 4  # the stroke of the figures, in pixels
GREY = 0.5
LOSSES = {
    "mean": PIXELS / 2,
    "mean_mean": PIXELS / (2 * MNIST.latents),
    "half": 1.0,
    "sum": 1 / 2,
}
LEVEL = {"first": 1 / 4, "last": 1 / 32}  # samples: hardly sharper


def of_one(name: str, scores: dict) -> dict[str, str]:
    """All that the page says of one loss, over its seeds."""
    whole = zip(scores["kept"], scores["missed"], strict=True)
    return {
        f"{name}_rate": spread(scores["rate"], 1),
        f"{name}_error": spread(scores["error"], 3),
        f"{name}_active": spread(scores["active"], 1),
        f"{name}_kept": spread(scores["kept"], 1),
        f"{name}_missed": spread(scores["missed"], 1),
        f"{name}_whole": spread([a + b for a, b in whole], 1),
        f"{name}_means": spread(scores["means"], 1),
        f"{name}_grey": spread(scores["grey"], 3),
        f"{name}_distortion": spread(scores["distortion"], 0),
    }


def check(found: dict) -> None:
    """Raises ValueError where the prose would no longer be true."""
    order = ("mean", "sum", "bernoulli", "optimal")
    kept = [fmean(found["twins"][name]["kept"]) for name in order]
    weak = [max(found["beside"][name]) for name in found["weak"]]
    if kept != sorted(kept):
        raise ValueError("the twins stand in another order: rewrite")
    if max(weak) > -2 * max(map(abs, found["beside"]["bernoulli"])):
        raise ValueError("a weak network is on the line: rewrite")


def numbers(found: dict) -> dict[str, str]:
    """What was measured. Raises as `check` does."""
    check(found)
    said = {}
    everything = found["twins"] | found["weak"]
    everything |= {"last": found["sweep"][min(found["sweep"])]}
    for name, scores in everything.items():
        said |= of_one(name, scores)
    for name, gaps in found["beside"].items():
        # The page says "less", and so the number has no sign.
        said[f"{name}_less"] = spread([-gap for gap in gaps], 0)
    for end, variance in LEVEL.items():
        scores = found["sweep"][variance]
        said[f"level_{end}"] = fixed(fmean(scores["means"]), 0)
        said[f"kept_{end}"] = fixed(fmean(scores["kept"]), 0)
    wholes = [
        fmean(scores["kept"]) + fmean(scores["missed"])
        for scores in (*everything.values(), *found["sweep"].values())
    ]
    times = [drawn / 100 for drawn in found["twins"]["sum"]["drawn"]]
    low, high = (found["twins"][n] for n in ("bernoulli", "optimal"))
    for what in ("kept", "means"):
        gain = fmean(high[what]) - fmean(low[what])
        said[f"gained_{what}"] = fixed(gain, 0)
    return said | {
        "least_whole": fixed(min(wholes), 0),
        "most_whole": fixed(max(wholes), 0),
        "drawn": fixed(fmean(times), 0),
        "contrast": fixed(found["inputs"]["contrast"], 0),
        "grey_inputs": fixed(found["inputs"]["grey"], 3),
        "cut_kept": spread(found["cut"]["kept"], 0),
        "active": fixed(ACTIVE, 2),
        "noise": f"{2 * LOSSES['sum'] * NEIGHBOURS:,.0f}",
        "cut_error": spread(found["cut"]["error"], 3),
        "draws": f"{DRAWS:,}",
        "pairs": f"{NEIGHBOURS:,}",
    }


def examples() -> dict[str, str]:
    """The stroke: thresholds, tosses, and what each loss can buy."""
    said = {}
    for name, variance in LOSSES.items():
        said[f"{name}_variance"] = fixed(variance, 1)
        said[f"{name}_part"] = f"{from_pixels(variance, 0.5):,}"
        said[f"{name}_bit"] = f"{from_pixels(variance, WHOLE_BIT):,}"
    return said | {
        "rows": str(ROWS),
        "places": str(2 * ROWS),
        "bit": fixed(math.log(2), 2),
        "whole": fixed(WHOLE_BIT, 2),
        "wrong": fixed((1 - best_difference(1, WHOLE_BIT)) / 2, 2),
        "far": fixed(LOSSES["mean"], 0),
        "possible": f"{2 ** (2 * ROWS - 1):,}",
        "two": fixed(best_difference(2, LOSSES["sum"]), 2),
        "grey": fixed(GREY, 1),
        "grey_bit": fixed(grey_bit(GREY), 2),
        "pixels": str(PIXELS),
    }
