"""Blur is the mean of what the code cannot tell apart."""

from dataclasses import replace
from itertools import chain

import numpy as np

from snippets.figures.blur_is_the_mean import draw
from snippets.frontier import on_the_curve
from snippets.measures.blur_words import examples, numbers
from snippets.measures.sharpness import cut, of_inputs, sharpness
from snippets.scores import rows, scores
from snippets.sweeps import (
    MNIST,
    VARIANCES,
    cross_entropy,
    gaussian,
    noise,
    over_seeds,
    setting,
)
from snippets.vae.evaluation import samples
from snippets.vae.training import Run
from snippets.weights import trained

__all__ = ["RUNS", "draw", "measure", "words"]

SMALLEST = min(VARIANCES)
FEW = 3  # seeds of the runs that collapse: they hardly differ
# The twins: same network, seeds and steps.
TWINS = {
    "mean": gaussian(392.0, FEW),
    "sum": gaussian(1 / 2),
    "bernoulli": cross_entropy(),
    "optimal": noise("optimal-gaussian"),
}
SWEEP = {variance: gaussian(variance) for variance in VARIANCES}
# What else takes sharpness away: less code, network or training.
WEAK = {
    "latents": over_seeds(replace(MNIST, latents=2)),
    "hidden": over_seeds(replace(MNIST, hidden=(10,))),
    "epochs": [replace(run, epochs=2) for run in gaussian(SMALLEST)],
}
RUNS = (
    *chain.from_iterable(TWINS.values()),
    *chain.from_iterable(SWEEP.values()),
    *chain.from_iterable(WEAK.values()),
)


def scored(runs: list[Run]) -> dict[str, list[float]]:
    """Rate, error, latents in use and contrasts, for each run."""
    sharp = [sharpness(run) for run in runs]
    return scores(runs) | {n: [s[n] for s in sharp] for n in sharp[0]}


def beside(sweep: dict, other: dict) -> list[float]:
    """Contrast beyond that of the sweep at the same rate, per cent."""
    bare = {v: {**s, "error": s["kept"]} for v, s in sweep.items()}
    place = on_the_curve(bare, {**other, "error": other["kept"]})
    return [100 * gap for gap in place["gap"]]


def sampled(run: Run) -> np.ndarray:
    """[image, 28, 28]: means at ten codes from the prior."""
    images = samples(trained(run).model, 10, seed=1, mean=True)
    return images.reshape(-1, 28, 28).numpy()


def measure() -> dict:
    """Scores of all runs; pictures of the first seed."""
    sweep = {variance: scored(runs) for variance, runs in SWEEP.items()}
    weak = {name: scored(runs) for name, runs in WEAK.items()}
    twins = {name: scored(runs) for name, runs in TWINS.items()}
    firsts = [runs[0] for runs in TWINS.values()]
    others = {"bernoulli": twins["bernoulli"], **weak}
    cuts = [cut(run) for run in TWINS["bernoulli"]]
    return {
        "twins": twins,
        "sweep": sweep,
        "weak": weak,
        "beside": {n: beside(sweep, s) for n, s in others.items()},
        "cut": {name: [c[name] for c in cuts] for name in cuts[0]},
        "inputs": of_inputs(MNIST),
        "rows": rows(firsts),
        "samples": np.stack([sampled(run) for run in firsts]),
    }


def words(found: dict) -> dict[str, str]:
    """The scores with their spread, and the stroke of the toy."""
    return {
        **numbers(found),
        **examples(),
        "setting": setting(MNIST),
        "seeds": str(len(TWINS["bernoulli"])),
        "few": str(FEW),
        "smallest": f"1/{1 / SMALLEST:.0f}",
    }
