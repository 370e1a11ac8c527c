"""The bound: what is minimised, one number an image."""

from typing import NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor
from torch.distributions import Normal, kl_divergence

from snippets.vae.model import VAE


class Terms(NamedTuple):
    """Both costs of an image, in nats."""

    distortion: Float[Tensor, "*batch"]  # ①
    rate: Float[Tensor, "*batch"]

    @property
    def elbo(self) -> Float[Tensor, "*batch"]:
        """A lower bound of log p(x), in nats per image."""
        return -(self.distortion + self.rate)


def reparametrise(
    posterior: Normal, noise: Float[Tensor, "*sample image latent"]
) -> Float[Tensor, "*sample image latent"]:
    """z ~ q(z|x) as a differentiable function of standard noise."""
    return posterior.loc + posterior.scale * noise  # ②


def rate(posterior: Normal, prior: Normal) -> Float[Tensor, "*batch"]:
    """KL(posterior || prior) in nats, summed over the latents."""
    return kl_divergence(posterior, prior).sum(-1)  # ③


def terms(
    model: VAE,
    x: Float[Tensor, "image pixel"],
    noise: Float[Tensor, "image latent"],
) -> Terms:
    """Distortion at one sampled z, and the rate in closed form."""
    posterior = model.posterior(x)
    z = reparametrise(posterior, noise)
    log_likelihood = model.likelihood.log_prob(x, model.decode(z))
    return Terms(-log_likelihood, rate(posterior, model.prior()))


def loss(
    model: VAE,
    x: Float[Tensor, "image pixel"],
    noise: Float[Tensor, "image latent"],
) -> Float[Tensor, ""]:
    """Minus the mean ELBO over the batch, in nats per image."""
    return -terms(model, x, noise).elbo.mean()  # ④


def standard_noise(
    images: int, latents: int, generator: torch.Generator
) -> Float[Tensor, "image latent"]:
    """The only randomness of a training step."""
    return torch.randn(images, latents, generator=generator)
