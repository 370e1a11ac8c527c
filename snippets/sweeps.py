"""Runs that several pages share, so that nothing is trained twice."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import numpy as np
from jaxtyping import Float
from torch import Tensor

from snippets.frontier import squared_error
from snippets.vae.dataset import load
from snippets.vae.evaluation import (
    active_units,
    evaluate,
    reconstructions,
)
from snippets.vae.training import Run
from snippets.weights import trained

SEEDS = (0, 1, 2, 3, 4)

# Narrower and trained for less long than the network of the question:
# 28 x 28 pixels, and still many trainings in the time of one build.
MNIST = Run(data="mnist_5k", hidden=(200, 200), latents=20, epochs=20)

PIXELS = 28 * 28
PIXEL_KINDS = {
    "grey": "grey pixels",
    "threshold": "pixels cut to 0 or 1",
}

VARIANCES = (1.0, 1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32)


def over_seeds(run: Run, seeds: tuple[int, ...] = SEEDS) -> list[Run]:
    """The same settings from several starts."""
    return [replace(run, seed=seed) for seed in seeds]


def gaussian(variance: float, count: int = len(SEEDS)) -> list[Run]:
    """Squared error read as a Gaussian of this variance."""
    run = replace(MNIST, likelihood="gaussian", variance=variance)
    return over_seeds(run, SEEDS[:count])


def cross_entropy() -> list[Run]:
    """The loss of the question, on grey pixels."""
    return over_seeds(MNIST)


def binary() -> list[Run]:
    """The same network on pixels that are 0 or 1."""
    return over_seeds(
        replace(MNIST, likelihood="bernoulli", view="threshold")
    )


def setting(run: Run) -> str:
    """What a caption says of a run, from its own settings."""
    images = len(load(run.data).train.counts)
    sizes = (load(run.data).side ** 2, *run.hidden, run.latents)
    network = "-".join(str(size) for size in sizes)
    return (
        f"Network {network}, {run.epochs} epochs on {images:,} MNIST"
        f" images with {PIXEL_KINDS[run.view]}."
    )


@cache
def score(run: Run) -> dict[str, float]:
    """Rate and distortion in nats per image, squared error per pixel.

    On the test images; `active` counts the latents in use.
    """
    model = trained(run).model
    x = load(run.data).images("test", run.view)
    both = evaluate(model, x)
    return {
        "rate": both.rate.mean().item(),
        "distortion": both.distortion.mean().item(),
        "error": squared_error(model, x),
        "active": active_units(model, x),
    }


def scores(runs: Iterable[Run]) -> dict[str, list[float]]:
    """Each score with one value for each run."""
    each = [score(run) for run in runs]
    return {name: [one[name] for one in each] for name in each[0]}


def first_of_each_digit() -> Float[Tensor, "digit pixel"]:
    """The first grey test image that shows 0, 1, ... 9."""
    data = load("mnist_5k")
    labels = data.test.labels.tolist()
    first = [labels.index(digit) for digit in range(10)]
    return data.images("test", "grey")[first]


def rows(runs: Iterable[Run]) -> np.ndarray:
    """[row, digit, 28, 28]: ten test images, then each run's."""
    x = first_of_each_digit()
    seen = [
        x,
        *(reconstructions(trained(run).model, x) for run in runs),
    ]
    return np.stack([each.reshape(-1, 28, 28).numpy() for each in seen])
