"""Where two losses make their errors: sure pixels and doubtful ones."""

from functools import cache

import torch
from jaxtyping import Bool, Float, Int64
from torch import Tensor

from snippets.vae.dataset import Dataset, load
from snippets.vae.evaluation import reconstructions
from snippets.vae.training import Run
from snippets.weights import trained

DRAWS = 4  # of z, as for the squared error of other pages
EDGES = (0.003, 0.03, 0.08, 0.13, 0.18, 0.22)  # of m(1 - m)


@cache
def forecasts(run: Run) -> Float[Tensor, "draw image pixel"]:
    """Every test image as the network shows it, at draws of z."""
    x = load(run.data).images("test", run.view)
    model = trained(run).model
    each = [reconstructions(model, x, seed) for seed in range(DRAWS)]
    return torch.stack(each)


def errors(run: Run) -> Float[Tensor, "image pixel"]:
    """Squared errors, averaged over the draws of z."""
    x = load(run.data).images("test", run.view)
    return (forecasts(run) - x).square().mean(0)


def shared(runs: list[Run]) -> Float[Tensor, "image pixel"]:
    """The mean forecast m of several networks: one for all of them."""
    return torch.stack([forecasts(run).mean(0) for run in runs]).mean(0)


def by_digit(data: Dataset) -> Float[Tensor, "image pixel"]:
    """For test images, the mean training image of the same digit."""
    x, labels = data.images("train", "grey"), data.train.labels
    means = [x[labels == digit].mean(0) for digit in range(10)]
    return torch.stack(means)[data.test.labels]


# --8<-- [start:bins]
def bins(
    m: Float[Tensor, "image pixel"],
) -> Int64[Tensor, "image pixel"]:
    """Which bin of m(1 - m) a pixel falls into, sure ones first."""
    return torch.bucketize(m * (1 - m), torch.tensor(EDGES))


def gaps(
    one: Float[Tensor, "image pixel"],
    other: Float[Tensor, "image pixel"],
    place: Int64[Tensor, "image pixel"],
) -> Float[Tensor, " bin"]:
    """Per bin, how much larger `one` is than `other`, in per cent."""
    sums = [
        torch.bincount(place.flatten(), each.flatten(), len(EDGES) + 1)
        for each in (one, other)
    ]
    return 100 * (sums[0] / sums[1] - 1)


# --8<-- [end:bins]
def on_side(
    pairs: list[tuple[Tensor, Tensor]],
    side: Bool[Tensor, "image pixel"],
) -> list[float]:
    """The same over the chosen pixels; nothing if there are none."""
    if not side.any():
        return []
    return [
        100 * float(a[side].sum() / b[side].sum() - 1) for a, b in pairs
    ]


def compared(
    one: list[Run],
    other: list[Run],
    m: Float[Tensor, "image pixel"],
    variance: float,
) -> dict[str, list]:
    """Squared errors of `one` beside `other`, seed by seed and bin."""
    place = bins(m).flatten()
    count = torch.bincount(place, minlength=len(EDGES) + 1)
    doubt = (m * (1 - m)).double().flatten()
    whole = torch.bincount(place, doubt, len(EDGES) + 1)
    pairs = [
        (errors(a), errors(b)) for a, b in zip(one, other, strict=True)
    ]
    made = torch.stack([a for a, _ in pairs]).mean(0).flatten()
    made = torch.bincount(place, made, len(EDGES) + 1)
    above = m * (1 - m) > variance
    return {
        "doubt": (whole / count).tolist(),
        "share": (count / count.sum()).tolist(),
        "made": (made / made.sum()).tolist(),
        "gaps": [gaps(a, b, bins(m)).tolist() for a, b in pairs],
        "whole": [
            100 * float(a.mean() / b.mean() - 1) for a, b in pairs
        ],
        "below": on_side(pairs, ~above),
        "above": on_side(pairs, above),
    }
