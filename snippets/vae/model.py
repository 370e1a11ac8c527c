"""The network of the question: two perceptrons, back to back."""

from itertools import pairwise

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.distributions import Normal

from snippets.vae.dataset import seeded


def perceptron(sizes: tuple[int, ...]) -> nn.Sequential:
    """Linear layers with softplus between them, none after the last."""
    layers: list[nn.Module] = []
    for inputs, outputs in pairwise(sizes):
        layers += [nn.Linear(inputs, outputs), nn.Softplus()]
    return nn.Sequential(*layers[:-1])  # ①


def initialise(network: nn.Module, seed: int) -> None:
    """Glorot-uniform weights and zero biases, from `seed` alone."""
    generator = seeded(seed)  # ②
    for layer in network.modules():
        if isinstance(layer, nn.Linear):
            nn.init.xavier_uniform_(layer.weight, generator=generator)
            nn.init.zeros_(layer.bias)


class VAE(nn.Module):
    """Encoder to q(z|x), decoder to the parameters of p(x|z)."""

    def __init__(
        self,
        pixels: int,
        hidden: tuple[int, ...],
        latents: int,
        likelihood: nn.Module,
        seed: int = 0,
    ) -> None:
        """`hidden` from the pixels inwards; the decoder mirrors it."""
        super().__init__()
        each = likelihood.parameters_per_pixel
        self.latents = latents
        self.likelihood = likelihood
        self.unit = getattr(likelihood, "levels", 1)  # ③
        self.encoder = perceptron((pixels, *hidden, 2 * latents))
        self.decoder = perceptron(
            (latents, *reversed(hidden), pixels * each)
        )
        self.shape = (pixels, each)
        initialise(self, seed)

    def posterior(self, x: Float[Tensor, "*batch pixel"]) -> Normal:
        """q(z|x): independent Gaussians, their log variance encoded."""
        encoded = self.encoder(x / self.unit)
        loc, log_variance = encoded.chunk(2, dim=-1)
        return Normal(loc, (log_variance / 2).exp(), False)  # ④

    def decode(
        self, z: Float[Tensor, "*batch latent"]
    ) -> Float[Tensor, "*batch pixel parameter"]:
        """What the likelihood needs to know of each pixel, any real."""
        return self.decoder(z).unflatten(-1, self.shape)  # ⑤

    def prior(self) -> Normal:
        """p(z): a standard Gaussian in every latent direction."""
        zeros = torch.zeros(self.latents)
        return Normal(zeros, torch.ones_like(zeros), False)
