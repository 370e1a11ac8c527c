"""How much contrast between neighbouring pixels a picture keeps."""

from functools import cache

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.measures.grain import square
from snippets.vae.dataset import load
from snippets.vae.evaluation import reconstructions, samples
from snippets.vae.training import Run
from snippets.weights import trained

DRAWS = 1000  # codes from the prior


# --8<-- [start:contrast]
def contrast(
    x: Float[Tensor, "image pixel"],
) -> Float[Tensor, " image"]:
    """Squared differences of all neighbours, summed; no unit."""
    image = square(x)  # ①
    down = image.diff(dim=1).square().sum((1, 2))
    across = image.diff(dim=2).square().sum((1, 2))
    return down + across


def kept(
    m: Float[Tensor, "picture pixel"], x: Float[Tensor, "image pixel"]
) -> float:
    """Contrast of `m` in per cent of that of `x`, both as means."""
    share = contrast(m).mean() / contrast(x).mean()  # ②
    return 100 * share.item()


# --8<-- [end:contrast]
def pairs(side: int) -> int:
    """Pairs of neighbours in a square image."""
    return 2 * side * (side - 1)


@cache
def sharpness(run: Run) -> dict[str, float]:
    """Contrast of pictures, misses, samples; test images have 100.

    `kept` and `missed` at one code for each test image, `means` and
    `drawn` at codes from the prior, before and after pixel noise.
    `grey` is the mean of m(1 - m): how far pixels are from 0 and 1.
    """
    model = trained(run).model
    x = load(run.data).images("test", run.view)
    m = reconstructions(model, x, seed=0)
    return {
        "kept": kept(m, x),
        "missed": kept(x - m, x),
        "means": kept(samples(model, DRAWS, seed=1, mean=True), x),
        "drawn": kept(samples(model, DRAWS, seed=1), x),
        "grey": float((m * (1 - m)).mean()),
    }


def of_inputs(run: Run) -> dict[str, float]:
    """The same of the test images themselves; contrast has no unit."""
    x = load(run.data).images("test", run.view)
    grey = float((x * (1 - x)).mean())
    return {"contrast": contrast(x).mean().item(), "grey": grey}


def cut(run: Run) -> dict[str, float]:
    """Means cut at one half: contrast kept, squared error per pixel."""
    x = load(run.data).images("test", run.view)
    m = reconstructions(trained(run).model, x, seed=0)
    sharp = (m > 0.5).to(m)
    error = torch.mean((sharp - x) ** 2)
    return {"kept": kept(sharp, x), "error": error.item()}
