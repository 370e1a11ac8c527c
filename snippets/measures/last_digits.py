"""How often two ways to the same number differ in its last digit."""

from copy import deepcopy

import numpy as np
import torch
from jaxtyping import Float, Integer
from torch import Tensor

from snippets.compression.networks import settled
from snippets.vae.model import VAE


# --8<-- [start:both_ways]
def both_ways(
    model: VAE, z: Float[Tensor, "image latent"]
) -> tuple[Tensor, Tensor]:
    """The decoder on all images together, and on each alone."""
    alone = [model.decode(each) for each in z]
    return model.decode(z), torch.stack(alone)


# --8<-- [end:both_ways]
@torch.no_grad()
def last_digits(
    model: VAE, rows: Integer[np.ndarray, "image pixel"]
) -> dict[str, Tensor]:
    """Shares of what the decoder says that differ, and by how much.

    In single precision as it is, and in double precision rounded.
    """
    z = model.posterior(torch.from_numpy(rows).float()).loc
    together, alone = both_ways(model, z)
    gap = (together - alone).abs()
    double = both_ways(deepcopy(model).double(), z.double())
    first, second = map(settled, double)
    return {
        "differ": (gap > 0).double().mean(),
        "gap": gap.max(),
        "settled": (first != second).double().mean(),
    }
