"""A linear VAE of fixed variance, trained by its exact loss.

It knows the data through their covariance alone, so an image is its
distances from the mean image along the covariance's eigenvectors.
The encoder reads each in units of its standard deviation.
"""

from dataclasses import dataclass
from typing import NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.experiments import Experiment
from snippets.measures.spectrum import eigenvalues_of
from snippets.vae.dataset import load, seeded


class Weights(NamedTuple):
    """All that a linear VAE learns."""

    encoder: Float[Tensor, "latent pixel"]
    shift: Float[Tensor, " latent"]
    log_variance: Float[Tensor, " latent"]
    decoder: Float[Tensor, "pixel latent"]
    mean: Float[Tensor, " pixel"]


# --8<-- [start:loss]
def squared_error(
    weights: Weights, eigenvalues: Float[Tensor, " pixel"]
) -> Float[Tensor, ""]:
    """SSE of an image, averaged over images and codes."""
    encoder, shift, log_variance, decoder, mean = weights
    kept = (decoder.T * encoder) @ eigenvalues.sqrt()  # ①
    code = encoder @ encoder.T + log_variance.exp().diag()  # ②
    sent = ((decoder.T @ decoder) * code).sum()
    offset = (decoder @ shift + mean).square().sum()
    return eigenvalues.sum() - 2 * kept.sum() + sent + offset


def rates(weights: Weights) -> Float[Tensor, " latent"]:
    """Mean KL of each latent, in nats per image."""
    s2 = weights.log_variance.exp()
    squares = weights.encoder.square().sum(1) + weights.shift.square()
    return (squares + s2 - 1 - weights.log_variance) / 2


def loss(
    weights: Weights,
    eigenvalues: Float[Tensor, " pixel"],
    variance: float,
) -> Float[Tensor, ""]:
    """Nats per image, without the constant D/2 log(2 pi variance)."""
    error = squared_error(weights, eigenvalues)
    return error / (2 * variance) + rates(weights).sum()


# --8<-- [end:loss]
def start(pixels: int, latents: int, seed: int) -> Weights:
    """Small random matrices, everything else zero, in float64."""
    generator = seeded(seed)
    shapes = ((latents, pixels), (pixels, latents))
    encoder, decoder = (
        0.1 * torch.randn(shape, generator=generator).double()
        for shape in shapes
    )
    idle = torch.zeros(2, latents, dtype=torch.float64)
    mean = torch.zeros(pixels, dtype=torch.float64)
    weights = Weights(encoder, idle[0], idle[1], decoder, mean)
    return Weights(*(each.clone().requires_grad_() for each in weights))


@dataclass(frozen=True)
class Linear(Experiment):
    """Settings of one training."""

    variance: float
    latents: int = 32
    iterations: int = 600
    seed: int = 0
    data: str = "digits"

    @property
    def work(self) -> int:
        """Each step is full-batch, and they end when converged."""
        pixels = load(self.data).side ** 2
        return 80 * self.iterations * pixels * self.latents

    @torch.enable_grad()
    def run(self) -> dict[str, Tensor]:
        """Loss, its largest slope, and what became of each latent."""
        eigenvalues = eigenvalues_of(self.data)
        weights = start(len(eigenvalues), self.latents, self.seed)
        optimiser = torch.optim.LBFGS(
            weights,
            max_iter=self.iterations,
            history_size=10,
            tolerance_grad=1e-5,
            tolerance_change=1e-12,
            line_search_fn="strong_wolfe",
        )

        def cost() -> Tensor:
            optimiser.zero_grad()
            value = loss(weights, eigenvalues, self.variance)
            value.backward()
            return value

        optimiser.step(cost)
        slopes = [each.grad.abs().max() for each in weights]
        found = {
            "loss": loss(weights, eigenvalues, self.variance),
            "slope": torch.stack(slopes).max(),
            "spread": weights.encoder.square().sum(1),
            "rates": rates(weights),
        }
        return {name: each.detach() for name, each in found.items()}
