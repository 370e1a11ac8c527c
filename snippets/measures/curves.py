"""Rate against squared error: what a step along the curve buys."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from snippets.frontier import (
    coin_variance,
    on_the_curve,
    squared_error,
)
from snippets.scores import scores
from snippets.vae.dataset import load
from snippets.vae.evaluation import evaluate
from snippets.vae.training import Run
from snippets.weights import trained

Scores = dict[str, list[float]]
Step = tuple[float, float]  # the larger variance, the smaller one


def on_training(runs: Iterable[Run]) -> Scores:
    """Rate and squared error per pixel, on the training images."""
    found: Scores = {"rate": [], "error": []}
    for run in runs:
        model = trained(run).model
        x = load(run.data).images("train", run.view)
        rate = evaluate(model, x, samples=1).rate.mean().item()
        found["rate"].append(rate)
        found["error"].append(squared_error(model, x))
    return found


# --8<-- [start:steps]
def bought(more: Scores, less: Scores, pixels: int) -> list[float]:
    """SSE saved for each nat of rate, seed by seed.

    `less` was trained with the smaller variance.
    """
    errors = zip(more["error"], less["error"], strict=True)
    rates = zip(more["rate"], less["rate"], strict=True)
    return [
        pixels * (e1 - e2) / (r2 - r1)
        for (e1, e2), (r1, r2) in zip(errors, rates, strict=True)
    ]


def steps(
    sweep: dict[float, Scores], pixels: int
) -> dict[Step, list[float]]:
    """The slope between neighbours; variances from the largest."""
    return {
        (large, small): bought(sweep[large], sweep[small], pixels)
        for large, small in pairwise(sweep)
    }


def at_a_minimum(step: Step, slope: float) -> bool:
    """Whether both ends could be minima of their own losses."""
    large, small = step
    return 2 * small <= slope <= 2 * large


# --8<-- [end:steps]
def outside(
    each: dict[Step, list[float]],
) -> tuple[dict[Step, int], dict[Step, int]]:
    """How many slopes of each step are too flat, and too steep."""
    flat, steep = {}, {}
    for (large, small), found in each.items():
        flat[large, small] = sum(s < 2 * small for s in found)
        steep[large, small] = sum(s > 2 * large for s in found)
    return flat, steep


def own_loss(
    scores: Scores, variance: float, pixels: int
) -> list[float]:
    """R + SSE / (2 variance) for each seed, nats per image."""
    both = zip(scores["rate"], scores["error"], strict=True)
    return [r + pixels * e / (2 * variance) for r, e in both]


def saved_by_neighbour(
    sweep: dict[float, Scores], step: Step, pixels: int
) -> list[float]:
    """Nats by which the smaller variance's network is the better one.

    By the loss of the larger variance: positive only where the
    network that was trained with it has not reached its minimum.
    """
    large, small = step
    own = own_loss(sweep[large], large, pixels)
    other = own_loss(sweep[small], large, pixels)
    return [a - b for a, b in zip(own, other, strict=True)]


def ends(found: dict[str, Scores]) -> dict[str, Scores]:
    """The step from one half to the matched variance."""
    return {"more": found["half"], "less": found["matched"]}


def curve(
    sweep: dict[float, list[Run]],
    variances: Sequence[float],
    other: list[Run],
) -> dict:
    """A sweep on test and training images, and a loss beside it."""
    swept = {v: scores(runs) for v, runs in sweep.items()}
    beside = scores(other)
    usual = {v: swept[v] for v in variances}
    return {
        "sweep": swept,
        "bernoulli": beside,
        "training": {v: on_training(sweep[v]) for v in variances},
        "coin": [coin_variance(run) for run in other],
        **on_the_curve(usual, beside),
    }
