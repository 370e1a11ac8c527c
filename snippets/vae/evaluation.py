"""What a trained VAE is worth: nats, bits, latents in use, pictures."""

import math

import torch
from jaxtyping import Float
from torch import Tensor
from torch.distributions import Normal

from snippets.vae.dataset import seeded
from snippets.vae.elbo import Terms, rate, reparametrise
from snippets.vae.model import VAE

ACTIVE = 0.01  # the threshold of Burda et al. (2016), in prior units


def draws(
    posterior: Normal, samples: int, generator: torch.Generator
) -> Float[Tensor, "sample image latent"]:
    """`samples` values of z for each image."""
    shape = (samples, *posterior.loc.shape)
    return reparametrise(
        posterior, torch.randn(shape, generator=generator)
    )


@torch.no_grad()
def evaluate(
    model: VAE,
    x: Float[Tensor, "image pixel"],
    samples: int = 8,
    seed: int = 0,
) -> Terms:
    """Distortion and rate in nats per image, over `samples` of z."""
    posterior = model.posterior(x)
    z = draws(posterior, samples, seeded(seed))
    log_likelihood = model.likelihood.log_prob(x, model.decode(z))
    return Terms(
        -log_likelihood.mean(0), rate(posterior, model.prior())
    )


# --8<-- [start:evidence]
@torch.no_grad()
def log_evidence(
    model: VAE,
    x: Float[Tensor, "image pixel"],
    samples: int,
    seed: int = 0,
    at_once: int = 50,
) -> Float[Tensor, " image"]:
    """Importance-weighted log p(x), nats per image; Burda et al. 2016.

    A lower bound in the mean, and the tighter the more samples;
    `at_once` of them are in memory together.
    """
    posterior = model.posterior(x)
    generator = seeded(seed)
    weights = []
    for start in range(0, samples, at_once):  # ①
        count = min(at_once, samples - start)
        z = draws(posterior, count, generator)
        weights.append(log_weights(model, x, posterior, z))
    together = torch.cat(weights).logsumexp(0)  # ②
    return together - math.log(samples)


def log_weights(
    model: VAE,
    x: Float[Tensor, "image pixel"],
    posterior: Normal,
    z: Float[Tensor, "sample image latent"],
) -> Float[Tensor, "sample image"]:
    """log p(x|z) + log p(z) - log q(z|x), in nats."""
    log_likelihood = model.likelihood.log_prob(x, model.decode(z))
    prior = model.prior().log_prob(z).sum(-1)
    return log_likelihood + prior - posterior.log_prob(z).sum(-1)  # ③


# --8<-- [end:evidence]
# --8<-- [start:scores]
@torch.no_grad()
def active_units(model: VAE, x: Float[Tensor, "image pixel"]) -> int:
    """Latents whose posterior mean varies over the images by > 0.01."""
    return int((model.posterior(x).loc.var(0) > ACTIVE).sum())


def bits_per_pixel(nats_per_image: float, pixels: int) -> float:
    """The one place where nats per image become bits per pixel."""
    return nats_per_image / math.log(2) / pixels


# --8<-- [end:scores]
@torch.no_grad()
def reconstructions(
    model: VAE, x: Float[Tensor, "image pixel"], seed: int | None = None
) -> Float[Tensor, "image pixel"]:
    """Mean of p(x|z) at one z ~ q(z|x); at its mean without a seed."""
    posterior = model.posterior(x)
    if seed is None:
        return model.likelihood.mean(model.decode(posterior.loc))
    z = draws(posterior, 1, seeded(seed))[0]
    return model.likelihood.mean(model.decode(z))


@torch.no_grad()
def samples(
    model: VAE, images: int, seed: int, mean: bool = False
) -> Float[Tensor, "image pixel"]:
    """Images from the model: z from the prior, then x (or its mean)."""
    generator = seeded(seed)
    z = torch.randn(images, model.latents, generator=generator)
    decoded = model.decode(z)
    if mean:
        return model.likelihood.mean(decoded)
    return model.likelihood.sample(decoded, generator)
