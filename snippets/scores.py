"""What trained runs are worth, and what they reconstruct."""

from collections.abc import Iterable
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
