"""A mean and a parameter, each shown as if it were the picture."""

from collections.abc import Iterable

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from snippets.vae.dataset import load
from snippets.vae.families import TruncatedGeometric
from snippets.vae.training import Run
from snippets.weights import trained

DIGITS = (0, 2, 4, 6, 8)

Images = Float[Tensor, "image pixel"]


@torch.no_grad()
def mean_and_parameter(run: Run) -> tuple[Images, Images]:
    """Of all test images, from 0 to 1: a law's mean, its sigmoid(l).

    At the mean of the posterior. The law is the truncated geometric
    with the network's logits, whatever the run was trained for.
    """
    model, data = trained(run).model, load(run.data)
    x = data.images("test", run.view)
    slope = model.decode(model.posterior(x).loc)
    law = TruncatedGeometric(data.levels)
    return law.mean(slope) / data.levels, slope.squeeze(-1).sigmoid()


def four(counted: Run, crossed: Run) -> list[Images]:
    """Mean and parameter of a law of counts; m, and m misread.

    The first run was trained for the law, the second by cross-entropy.
    """
    fog, m = mean_and_parameter(crossed)
    return [*mean_and_parameter(counted), m, fog]


def rows(counted: Run, crossed: Run) -> np.ndarray:
    """[row, digit, 8, 8]: five test images, then the `four` of each."""
    data = load(counted.data)
    labels = data.test.labels.tolist()
    first = [labels.index(digit) for digit in DIGITS]
    seen = [data.images("test", "grey"), *four(counted, crossed)]
    side = data.side
    return np.stack(
        [each[first].reshape(-1, side, side).numpy() for each in seen]
    )


def errors(
    counted: Iterable[Run], crossed: Iterable[Run]
) -> list[list[float]]:
    """Squared error per pixel of the `four`, a value for each seed."""
    pairs = list(zip(counted, crossed, strict=True))
    x = load(pairs[0][0].data).images("test", "grey")
    each = [
        [
            (picture - x).square().mean().item()
            for picture in four(*pair)
        ]
        for pair in pairs
    ]
    return [list(column) for column in zip(*each, strict=True)]
