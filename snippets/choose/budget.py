"""What every law gets alike: rows, network, steps."""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.vae.dataset import seeded

Rows = Float[Tensor, "row column"]


@dataclass(frozen=True)
class Budget:
    """The settings of all fits."""

    trainings: int = 4  # of each law, to see what chance does
    steps: int = 800  # batches
    batch: int = 100
    encoder: tuple[int, ...] = (64,)  # hidden layers, inwards
    decoder: tuple[int, ...] = (64,)  # hidden layers, outwards
    latents: int = 4
    learning_rate: float = 1e-2  # at its highest
    faster: float = 10.0  # steps of a law's own numbers, against these
    looks: int = 20  # at the validation rows, evenly spaced
    codes: int = 100  # of the importance-weighted bound
    rows: int = 5000  # more are not used
    seed: int = 0


@dataclass(frozen=True)
class Split:
    """Rows that train, that choose when to stop, that compare."""

    train: Float[Tensor, "train column"]
    valid: Float[Tensor, "valid column"]
    test: Float[Tensor, "test column"]


def split(x: Rows, budget: Budget) -> Split:
    """Three fifths, a fifth and a fifth, in an order of the seed."""
    order = torch.randperm(len(x), generator=seeded(budget.seed))
    order = order[: budget.rows]
    fifth = len(order) // 5
    valid, test = order[:fifth], order[fifth : 2 * fifth]
    return Split(x[order[2 * fifth :]], x[valid], x[test])
