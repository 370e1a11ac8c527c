"""The decisive figure: one digit along the axis of variances."""

from itertools import chain
from statistics import fmean

import numpy as np

from snippets.figures.index import draw
from snippets.frontier import on_the_curve
from snippets.scores import first_of_each_digit, scores
from snippets.sweeps import (
    PIXELS,
    VARIANCES,
    cross_entropy,
    gaussian,
    setting,
)
from snippets.vae.evaluation import reconstructions
from snippets.vae.training import Run
from snippets.weights import trained
from snippets.words import fixed, spread

__all__ = ["RUNS", "draw", "measure", "words"]

DIGIT = 3
FAR = {PIXELS / 2: gaussian(PIXELS / 2, 3)}  # mean squared error
SWEEP = {
    **FAR,
    **{variance: gaussian(variance) for variance in VARIANCES},
}
RUNS = (*chain.from_iterable(SWEEP.values()), *cross_entropy())


def picture(run: Run) -> np.ndarray:
    """The digit as this run's network reconstructs it, 28 x 28."""
    x = first_of_each_digit()[[DIGIT]]
    seen = reconstructions(trained(run).model, x)
    return seen.reshape(28, 28).numpy()


def measure() -> dict:
    """Pictures along the axis, and where the Bernoulli lands on it."""
    sweep = {
        variance: scores(gaussian(variance)) for variance in VARIANCES
    }
    place = on_the_curve(sweep, scores(cross_entropy()))
    return {
        "variances": list(SWEEP),
        "pictures": np.stack(
            [picture(runs[0]) for runs in SWEEP.values()]
        ),
        "bernoulli": picture(cross_entropy()[0]),
        **place,
    }


def words(found: dict) -> dict[str, str]:
    """The variance whose rate the Bernoulli has, and the setting."""
    return {
        "setting": setting(cross_entropy()[0]),
        "seeds": str(len(cross_entropy())),
        "matched": spread(found["matched"], 2),
        "matched_mean": fixed(fmean(found["matched"]), 2),
        "gap": spread([100 * gap for gap in found["gap"]], 1),
    }
