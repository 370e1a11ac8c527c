"""The grain of a binary picture: specks, edges, like neighbours."""

import math

import torch
from jaxtyping import Bool, Float
from torch import Tensor
from torch.nn.functional import pad


def square(x: Float[Tensor, "image pixel"]) -> Tensor:
    """[image, pixel] -> [image, row, column]."""
    side = math.isqrt(x.shape[-1])
    return x.unflatten(-1, (side, side))


# --8<-- [start:specks]
def unlike(
    x: Float[Tensor, "image pixel"],
) -> Float[Tensor, "image pixel"]:
    """How many of the four neighbours of a pixel differ from it."""
    image = square(x)
    wide = pad(image, (1, 1, 1, 1))  # ①
    near = (
        wide[:, :-2, 1:-1],
        wide[:, 2:, 1:-1],
        wide[:, 1:-1, :-2],
        wide[:, 1:-1, 2:],
    )
    differ = [(image != each).float() for each in near]
    return torch.stack(differ).sum(0).flatten(1)


def specks(x: Float[Tensor, "image pixel"]) -> float:
    """Pixels that differ from all four neighbours, per image."""
    return (unlike(x) == 4).float().sum(-1).mean().item()


# --8<-- [end:specks]
def edges(
    x: Float[Tensor, "image pixel"],
) -> Bool[Tensor, "image pixel"]:
    """Pixels with a neighbour unlike themselves."""
    return unlike(x) > 0


def pairs(
    x: Float[Tensor, "image pixel"], distance: int
) -> tuple[Tensor, Tensor]:
    """Pixels so far apart, across and down, less their means."""
    image = square(x - x.mean(0))
    across = image[:, :, :-distance], image[:, :, distance:]
    down = image[:, :-distance], image[:, distance:]
    both = zip(across, down, strict=True)
    first, second = (
        torch.cat([a.flatten(1), b.flatten(1)], -1) for a, b in both
    )
    return first, second


def covariance(x: Float[Tensor, "image pixel"], distance: int) -> float:
    """Over the images; the mean over all pairs so far apart."""
    first, second = pairs(x, distance)
    return (first * second).mean().item()


def correlation(
    x: Float[Tensor, "image pixel"], distance: int
) -> float:
    """Over the images: covariance over the product of deviations.

    Each is added up over all pairs so far apart. A pixel that never
    changes adds nothing to either.
    """
    first, second = pairs(x, distance)
    together = (first * second).mean(0)
    alone = first.square().mean(0) * second.square().mean(0)
    return (together.sum() / alone.sqrt().sum()).item()
