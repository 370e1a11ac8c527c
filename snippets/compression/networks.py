"""Numbers that are the same for whoever packs and whoever unpacks.

Two ways to multiply the same matrices may differ in the last digit,
and one digit is enough to read every later bit wrongly. So networks
run in double precision, image by image, and what they say is rounded
far more coarsely than any such difference.
"""

import hashlib
from copy import deepcopy

import numpy as np
import torch
from jaxtyping import Float64, Int32
from torch import Tensor

from snippets.compression import beta_binomial
from snippets.vae.families import Bernoulli, BetaBinomial
from snippets.vae.model import VAE

STEP = 1 / 64  # of the grid, in standard deviations of the prior
REACH = 12  # the grid ends here, in the same unit
LARGEST = round(REACH / STEP)
FINE = 2**14  # what the networks say is rounded to 1 / FINE

Vector = Float64[np.ndarray, " latent"]
Table = Float64[np.ndarray, "pixel level"]


# --8<-- [start:settled]
def settled(said: Float64[Tensor, "*any"]) -> Float64[Tensor, "*any"]:
    """Rounded so that a difference in the last digit is gone."""
    return (said * FINE).round() / FINE


# --8<-- [end:settled]
class Networks:
    """Encoder and decoder of a VAE as two tables of probabilities."""

    def __init__(self, model: VAE) -> None:
        """A copy in double precision; `model` stays as it is."""
        self.model = deepcopy(model).double().eval()
        self.latents = model.latents

    # --8<-- [start:tables]
    @torch.no_grad()
    def posterior(
        self, x: Int32[np.ndarray, " pixel"]
    ) -> tuple[Vector, Vector]:
        """Mean and standard deviation of q(k|x), in steps."""
        law = self.model.posterior(torch.from_numpy(x).double())
        scale = settled(law.scale / STEP).clamp(min=1 / FINE)
        return settled(law.loc / STEP).numpy(), scale.numpy()

    def prior(self) -> tuple[Vector, Vector]:
        """Mean and standard deviation of p(k), in steps."""
        zeros = np.zeros(self.latents)
        return zeros, zeros + 1 / STEP

    @torch.no_grad()
    def pixels(self, k: Int32[np.ndarray, " latent"]) -> Table:
        """p(x|z) at z = k STEP: a row of probabilities a pixel."""
        z = torch.from_numpy(k).double() * STEP
        return table(self.model, settled(self.model.decode(z))).numpy()

    # --8<-- [end:tables]


def table(
    model: VAE, decoded: Float64[Tensor, "pixel parameter"]
) -> Float64[Tensor, "pixel level"]:
    """The probability of each value that a pixel can have."""
    law = model.likelihood
    if isinstance(law, Bernoulli):
        return torch.cat([-decoded, decoded], -1).sigmoid()
    if isinstance(law, BetaBinomial):
        return beta_binomial.table(law.levels, decoded)
    return law.table(decoded).exp()


def fingerprint(model: VAE) -> bytes:
    """16 bytes that another law, grid or weight would change."""
    law = model.likelihood
    said = f"{type(law).__name__} {law.levels} {STEP} {REACH} {FINE}"
    read = hashlib.sha256(said.encode())
    for name, weights in model.state_dict().items():
        read.update(name.encode())
        read.update(weights.numpy().astype("<f4").tobytes())
    return read.digest()[:16]
