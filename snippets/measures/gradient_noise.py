"""How much of a step's randomness comes from tossing the pixels."""

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import rate, reparametrise, standard_noise
from snippets.vae.model import VAE
from snippets.vae.training import Run
from snippets.weights import trained

STEPS = 40  # batches, each with noise and tosses of its own


def cost(
    model: VAE,
    seen: Float[Tensor, "image pixel"],
    paid: Float[Tensor, "image pixel"],
    noise: Float[Tensor, "image latent"],
) -> Float[Tensor, ""]:
    """The loss where the encoder sees one image and another is paid."""
    posterior = model.posterior(seen)  # ①
    z = reparametrise(posterior, noise)
    log_likelihood = model.likelihood.log_prob(paid, model.decode(z))
    return (rate(posterior, model.prior()) - log_likelihood).mean()


def gradient(
    model: VAE, cost: Float[Tensor, ""]
) -> Float[Tensor, " n"]:
    """The slopes of all weights, one after the other."""
    slopes = torch.autograd.grad(cost, list(model.parameters()))
    return torch.cat([slope.flatten() for slope in slopes])


def scatter(gradients: list[Tensor]) -> float:
    """The variances of all slopes over the steps, added up."""
    return torch.stack(gradients).var(0).sum().item()


@torch.enable_grad()
def noise_of(run: Run, fixed_batch: bool) -> dict[str, float]:
    """Variance of the gradient on grey, and what the tosses add.

    At the weights of `run`, over `STEPS` steps; with a fixed batch
    only z and tosses are random, else the choice of images as well.
    """
    model = trained(run).model.requires_grad_(True)
    images = load(run.data).images("train", "grey")
    generator = seeded(run.seed)
    smooth, added = [], []
    x = images[: run.batch]
    for _ in range(STEPS):
        if not fixed_batch:
            order = torch.randperm(len(images), generator=generator)
            x = images[order[: run.batch]]
        b = torch.bernoulli(x, generator=generator)
        noise = standard_noise(len(x), run.latents, generator)
        smooth.append(gradient(model, cost(model, x, x, noise)))
        rough = gradient(model, cost(model, x, b, noise))
        added.append((rough - smooth[-1]).square().sum().item())
    return {"grey": scatter(smooth), "toss": sum(added) / STEPS}


def shares(steps: list[dict[str, float]]) -> list[float]:
    """Percent of the variance of a gradient that is the tosses'."""
    return [100 * s["toss"] / (s["toss"] + s["grey"]) for s in steps]
