"""What an image costs on the stack, part by part, in bits."""

from typing import NamedTuple

import numpy as np
from jaxtyping import Float64, Int32, Integer, Num
from scipy.stats import norm

from snippets.compression.coder import LATENT, push
from snippets.compression.files import start_up
from snippets.compression.library import stack
from snippets.compression.networks import Networks
from snippets.vae.model import VAE

LEAST = 2.0**-24  # the coder gives no symbol less
Vector = Float64[np.ndarray, " latent"]


class Account(NamedTuple):
    """Bits for each pixel given z, for z, and what came back."""

    pixels: Float64[np.ndarray, " pixel"]
    code: float
    back: float

    @property
    def net(self) -> float:
        """What the file grows by."""
        return self.pixels.sum() + self.code - self.back


# --8<-- [start:account]
def surprise(
    k: Num[np.ndarray, " latent"], loc: Vector, scale: Vector
) -> float:
    """Bits of a grid point: minus log2 of the Gaussian's mass."""
    away = np.abs(k - loc)  # one tail alone stays exact far out
    inner, outer = norm(0, scale).sf([away - 0.5, away + 0.5])
    return -np.log2(np.maximum(inner - outer, LEAST)).sum()


def account(
    networks: Networks,
    x: Int32[np.ndarray, " pixel"],
    k: Int32[np.ndarray, " latent"],
) -> Account:
    """What x costs with the latent z = k STEP."""
    probs = networks.pixels(k)[np.arange(len(x)), x]
    return Account(
        -np.log2(probs),
        surprise(k, *networks.prior()),
        surprise(k, *networks.posterior(x)),
    )


# --8<-- [end:account]
def accounts(
    images: Integer[np.ndarray, "image pixel"], model: VAE
) -> list[Account]:
    """One for each image, in the order of the file."""
    networks = Networks(model)
    coder = stack.AnsCoder(start_up(model.latents), seal=True)
    found = []
    for place, x in enumerate(images.astype(np.int32)):
        push(coder, networks, x, place)
        # Its latent lies on top: look at it on a copy.
        k = coder.clone().decode(LATENT, *networks.prior())
        found.append(account(networks, x, k))
    return found
