"""Two losses at one rate: their pictures, and both rulers."""

import torch
from jaxtyping import Bool, Float
from torch import Tensor
from torch.nn.functional import binary_cross_entropy

from snippets.vae.dataset import load
from snippets.vae.evaluation import evaluate, reconstructions
from snippets.vae.training import Run
from snippets.weights import trained

DRAWS = 4  # of z, as for the squared error of the curve


def pictures(runs: list[Run]) -> Float[Tensor, "seed image pixel"]:
    """Every test image as each network shows it, at the mean z."""
    x = load(runs[0].data).images("test", runs[0].view)
    return torch.stack(
        [reconstructions(trained(run).model, x) for run in runs]
    )


def rulers(run: Run, variance: float) -> dict[str, float]:
    """One network by both losses, in nats per image.

    Both read the output as the mean of a pixel, so both can be
    computed for either network. `squared` lacks the constant
    D/2 log(2 pi variance), which no network can change.
    """
    model = trained(run).model
    x = load(run.data).images("test", run.view)
    rate = evaluate(model, x, samples=1).rate.mean()
    squared, cross = torch.zeros(()), torch.zeros(())
    for seed in range(DRAWS):
        m = reconstructions(model, x, seed)
        squared += (x - m).square().sum(-1).mean() / DRAWS
        each = binary_cross_entropy(m, x, reduction="none")
        cross += each.sum(-1).mean() / DRAWS
    return {
        "squared": (rate + squared / (2 * variance)).item(),
        "cross": (rate + cross).item(),
    }


def apart(
    one: Float[Tensor, "seed image pixel"],
    other: Float[Tensor, "seed image pixel"],
) -> list[float]:
    """Root of the mean squared difference, for each pair of seeds."""
    return (one - other).square().mean((1, 2)).sqrt().tolist()


def turned(
    each: Float[Tensor, "seed image pixel"],
) -> Float[Tensor, "seed image pixel"]:
    """Each seed in the place of the one before it."""
    return each.roll(-1, dims=0)


def margin(data: str) -> Bool[Tensor, " pixel"]:
    """The pixels without ink in every training image."""
    x = load(data).images("train", "grey")
    return (x == 0).all(0)


def likeness(one: list[Run], other: list[Run]) -> dict:
    """How far pictures differ with the loss, and with the seed.

    `told`: share of the images whose margin, the pixels that never
    have ink, is emptier in the picture of the second loss.
    """
    first, second = pictures(one), pictures(other)
    empty = margin(one[0].data)
    ink = [p[..., empty].mean(-1) for p in (first, second)]
    return {
        "losses": apart(first, second),
        "first_seeds": apart(first, turned(first)),
        "second_seeds": apart(second, turned(second)),
        "both": apart(first, turned(second)),
        "first_margin": ink[0].mean(-1).tolist(),
        "second_margin": ink[1].mean(-1).tolist(),
        "told": (ink[1] < ink[0]).float().mean(-1).tolist(),
        "margin": int(empty.sum()),
    }
