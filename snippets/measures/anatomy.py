"""One batch through the loss of the question, and by a library."""

import torch
from torch import Tensor
from torch.distributions import Bernoulli, Normal, kl_divergence

from snippets.measures.question import (
    cost,
    latent,
    reconstruction,
    sampled,
)
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import loss, standard_noise
from snippets.vae.training import Run
from snippets.weights import trained

BATCH = 100  # images in a step of the question
DIGIT = 4  # the image that is taken apart shows it


def by_library(
    x: Tensor, logits: Tensor, mean: Tensor, log_variance: Tensor
) -> tuple[Tensor, Tensor]:
    """-log p(x|z) and KL(q || p), nats per image, in float64."""
    coins = Bernoulli(logits=logits.double())
    posterior = Normal(mean.double(), (log_variance.double() / 2).exp())
    prior = Normal(0.0, 1.0)
    return (
        -coins.log_prob(x.double()).sum(-1),
        kl_divergence(posterior, prior).sum(-1),
    )


def apart(ours: Tensor, theirs: Tensor) -> float:
    """The largest relative difference."""
    return (ours.double() / theirs.double() - 1).abs().max().item()


def anatomy(run: Run) -> dict:
    """Each line of the loss on a batch of test images, in nats."""
    model = trained(run).model
    data = load(run.data)
    x = data.images("test", run.view)[:BATCH]
    shown = data.test.labels[:BATCH].tolist().index(DIGIT)
    noise = standard_noise(BATCH, run.latents, seeded(0))
    with torch.no_grad():
        code = model.encoder(x).chunk(2, dim=-1)
        logits = model.decode(sampled(*code, noise)).squeeze(-1)
        value = cost(model, x, noise)
        elbo = loss(model, x, noise)
    m = logits.sigmoid()
    terms = reconstruction(x, m), latent(*code)
    library = by_library(x, logits, *code)
    # One pixel, or one latent, in the place of an image.
    parts = [each[shown, :, None] for each in (x, m, *code)]
    return {
        "image": x[shown].reshape(28, 28).numpy(),
        "shown": shown,
        "pixels": reconstruction(*parts[:2]).tolist(),
        "latents": latent(*parts[2:]).tolist(),
        "distortion": terms[0].tolist(),
        "rate": terms[1].tolist(),
        "cost": value.item(),
        "off": [
            apart(terms[0], library[0]),
            apart(terms[1], library[1]),
            apart(value, elbo),
            apart(value, sum(library).mean()),
        ],
    }
