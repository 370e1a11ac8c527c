"""The loss of the question, line by line, in PyTorch.

The original is TensorFlow, by J. H. Metzen; only its formulas are
restated here.
"""

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.vae.model import VAE

GUARD = 1e-10


# --8<-- [start:sampled]
def sampled(
    mean: Float[Tensor, "image latent"],
    log_variance: Float[Tensor, "image latent"],
    noise: Float[Tensor, "image latent"],
) -> Float[Tensor, "image latent"]:
    """One z for each image, from standard Gaussian noise."""
    return mean + (log_variance / 2).exp() * noise  # ①


# --8<-- [end:sampled]
# --8<-- [start:reconstruction]
def reconstruction(
    x: Float[Tensor, "image pixel"],
    m: Float[Tensor, "image pixel"],
    guard: float = GUARD,
) -> Float[Tensor, " image"]:
    """The pixel term of the loss, in nats per image."""
    ink = x * torch.log(guard + m)  # ①
    paper = (1 - x) * torch.log(guard + 1 - m)  # ②
    return -(ink + paper).sum(-1)  # ③


# --8<-- [end:reconstruction]
# --8<-- [start:latent]
def latent(
    mean: Float[Tensor, "image latent"],
    log_variance: Float[Tensor, "image latent"],
) -> Float[Tensor, " image"]:
    """The price of the code, in nats per image."""
    variance = log_variance.exp()
    bracket = 1 + log_variance - mean**2 - variance  # ①
    return -bracket.sum(-1) / 2  # ②


# --8<-- [end:latent]
# --8<-- [start:cost]
def cost(
    model: VAE,
    x: Float[Tensor, "image pixel"],
    noise: Float[Tensor, "image latent"],
    guard: float = GUARD,
) -> Float[Tensor, ""]:
    """What Adam makes small, in nats per image."""
    mean, log_variance = model.encoder(x).chunk(2, dim=-1)  # ①
    z = sampled(mean, log_variance, noise)
    m = model.decode(z).squeeze(-1).sigmoid()  # ②
    pixels = reconstruction(x, m, guard)
    return (pixels + latent(mean, log_variance)).mean()  # ③


# --8<-- [end:cost]
