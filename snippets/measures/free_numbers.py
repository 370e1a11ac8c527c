"""A free number for each pixel of a group of images, by descent."""

from collections.abc import Callable

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from snippets.vae.dataset import load, seeded

Loss = Callable[[Tensor, Tensor], Tensor]


# --8<-- [start:fitted]
def coins(logits: Tensor, x: Tensor) -> Tensor:
    """Cross-entropy of all images, summed over pixels."""
    return binary_cross_entropy_with_logits(
        logits.expand_as(x), x, reduction="sum"
    )


def squares(logits: Tensor, x: Tensor) -> Tensor:
    """Squared error, the same way."""
    return (logits.sigmoid() - x).square().sum()


def distances(logits: Tensor, x: Tensor) -> Tensor:
    """Absolute error, the same way."""
    return (logits.sigmoid() - x).abs().sum()


def fitted(
    x: Float[Tensor, "image pixel"],
    loss: Loss,
    seed: int,
    steps: int = 100,
) -> Float[Tensor, " pixel"]:
    """The one picture that serves all images of a group best."""
    noise = torch.randn(x.shape[1], generator=seeded(seed))
    logits = noise.to(x).requires_grad_()  # ①
    descent = torch.optim.Rprop(
        [logits], lr=0.5, step_sizes=(1e-12, 50.0)
    )
    for _ in range(steps):
        descent.zero_grad()
        loss(logits, x).backward()
        descent.step()  # ②
    return logits.detach().sigmoid()


# --8<-- [end:fitted]
FITTED = {"coins": coins, "squares": squares, "distances": distances}


def table() -> dict[str, np.ndarray]:
    """[digit, pixel]: training images' mean, and three fits."""
    part = load("mnist_5k")
    x, labels = part.images("train", "grey").double(), part.train.labels
    groups = [x[labels == digit] for digit in range(10)]
    found = {"mean": torch.stack([each.mean(0) for each in groups])}
    for seed, (name, loss) in enumerate(FITTED.items()):
        each = [fitted(group, loss, seed) for group in groups]
        found[name] = torch.stack(each)
    return {name: pictures.numpy() for name, pictures in found.items()}
