"""Mean, toss and threshold: three pictures of one law of pixels."""

import math
from statistics import fmean

import torch
from jaxtyping import Float
from torch import Generator, Tensor
from torch.distributions import Bernoulli

from snippets.calibration import logits_of
from snippets.figures.the_picture_is_a_mean import draw
from snippets.measures.likeness import DRAWS, any_code, likeness
from snippets.measures.picture_examples import month, two_codes
from snippets.measures.picture_numbers import numbers
from snippets.measures.picture_views import (
    EACH,
    in_grain,
    in_pixels,
    prices,
    rows,
)
from snippets.sweeps import binary, setting
from snippets.vae.dataset import seeded
from snippets.vae.training import Run
from snippets.words import fixed, power

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = tuple(binary())


# --8<-- [start:views]
def views(
    logits: Float[Tensor, "image pixel"], generator: Generator
) -> dict[str, Float[Tensor, "image pixel"]]:
    """Three pictures of one law: its mean, a draw, its mode."""
    m = logits.sigmoid()
    return {
        "mean": m,  # ①
        "toss": torch.bernoulli(m, generator=generator),  # ②
        "threshold": (m > 0.5).to(m),  # ③
    }


def costs(
    logits: Float[Tensor, "image pixel"],
) -> dict[str, Float[Tensor, " image"]]:
    """What a toss costs, and the threshold, in nats per image."""
    law = Bernoulli(logits=logits)
    threshold = (logits > 0).to(logits)
    variance = law.variance * logits.square()  # ④
    return {
        "entropy": law.entropy().sum(-1),
        "mode": -law.log_prob(threshold).sum(-1),
        "deviation": variance.sum(-1).sqrt(),
    }


# --8<-- [end:views]
def scored(run: Run) -> dict[str, float]:
    """All that is measured of a run, as means over images."""
    x, logits = logits_of(run)
    x, logits = x.double(), logits.double()
    law, seen = Bernoulli(logits=logits), views(logits, seeded(1))
    paid = costs(logits)
    below = (paid["entropy"] - paid["mode"]) / paid["deviation"]
    found = {name: each.mean().item() for name, each in paid.items()}
    found |= in_pixels(x, law, seen) | in_grain(x, law, seen)
    return found | any_code(run) | {"below": below.mean().item()}


def measure() -> dict:
    """Pictures of the first seed, numbers of every seed."""
    x, logits = (each.double() for each in logits_of(RUNS[0]))
    law = Bernoulli(logits=logits)
    scores = [scored(run) for run in RUNS]
    like = [likeness(run) for run in RUNS]
    return {
        "scores": {n: [s[n] for s in scores] for n in scores[0]},
        "likeness": {n: [s[n] for s in like] for n in like[0]},
        "rows": rows(RUNS[0], views),
        "prices": prices(x, law, costs(logits)),
        "images": len(x),
    }


def words(found: dict) -> dict[str, str]:
    """Each score with its spread, and the examples."""
    means = (fmean(found["scores"][n]) for n in ("entropy", "mode"))
    entropy, mode = means
    counted = {"seeds": len(RUNS), "images": found["images"]}
    counted |= {"tosses": EACH * found["images"]}
    counted |= {"each": EACH, "draws": DRAWS}
    return {
        **numbers(found),
        **{name: f"{count:,}" for name, count in counted.items()},
        **month() | two_codes(),
        "setting": setting(RUNS[0]),
        "never": power(math.exp(-mode)),
        "of_mode": power(math.exp(mode - entropy)),
        "ahead": fixed(found["prices"]["ahead"].min().item(), 0),
    }
