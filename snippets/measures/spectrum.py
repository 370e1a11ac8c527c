"""What the eigenvalues of the data say before anything is trained."""

import math
from functools import cache

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.vae.dataset import load


@cache
def eigenvalues_of(data: str) -> Float[Tensor, " pixel"]:
    """Of the training images' covariance, the largest first."""
    x = load(data).images("train", "grey").double()
    found = torch.linalg.eigvalsh(torch.cov(x.T, correction=0))
    return found.flip(0).clamp(min=0)


# --8<-- [start:predicted]
def used(
    eigenvalues: Float[Tensor, " direction"], variance: float
) -> Float[Tensor, " used"]:
    """Those of the directions that are worth a latent."""
    return eigenvalues[eigenvalues > variance]  # ①


def predicted_rate(
    eigenvalues: Float[Tensor, " direction"], variance: float
) -> float:
    """Rate of the best linear VAE, in nats per image."""
    ratio = used(eigenvalues, variance) / variance
    return float(ratio.log().sum() / 2)


def predicted_error(
    eigenvalues: Float[Tensor, " direction"], variance: float
) -> float:
    """Its SSE per image: what exceeds the variance is sent."""
    return float(eigenvalues.clamp(max=variance).sum())  # ②


# --8<-- [end:predicted]
def predicted_loss(
    eigenvalues: Float[Tensor, " direction"], variance: float
) -> float:
    """Its loss in nats, without the constant D/2 log(2 pi variance)."""
    error = predicted_error(eigenvalues, variance)
    return error / (2 * variance) + predicted_rate(
        eigenvalues, variance
    )


# --8<-- [start:one]
def one_direction(
    u: Float[Tensor, ""],
    w: Float[Tensor, ""],
    s2: Float[Tensor, ""],
    eigenvalue: float,
    variance: float,
) -> Float[Tensor, ""]:
    """What one latent adds to the loss, in nats per image."""
    kept = 2 * w * u * math.sqrt(eigenvalue)
    miss = eigenvalue - kept + w**2 * (u**2 + s2)
    rate = (u**2 + s2 - 1 - s2.log()) / 2
    return miss / (2 * variance) + rate


# --8<-- [end:one]
def growth(eigenvalue: float, variance: float) -> float:
    """How fast a faint code grows under gradient descent.

    By a factor e in 1 / growth units of step size times steps; below
    zero it fades.
    """
    bend = torch.tensor(
        [
            [1.0, -math.sqrt(eigenvalue) / variance],
            [-math.sqrt(eigenvalue) / variance, 1 / variance],
        ],
        dtype=torch.float64,
    )
    return -float(torch.linalg.eigvalsh(bend)[0])
