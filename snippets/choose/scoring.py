"""What rows cost trained networks: bounds, in nats per row."""

import math

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.choose.budget import Rows
from snippets.choose.networks import Networks
from snippets.choose.whole import score
from snippets.vae.dataset import seeded
from snippets.vae.elbo import reparametrise

VALIDATED = 4  # codes for each validation row, always the same ones
AT_ONCE = 25  # codes in memory together

Costs = Float[Tensor, "training row"]


@torch.no_grad()
def validated(model: Networks, x: Rows) -> Float[Tensor, " training"]:
    """Minus the mean ELBO, as the law was trained."""
    shape = VALIDATED, model.copies, len(x), model.latents
    noise = torch.randn(shape, generator=seeded(0))
    return -model.terms(x, noise).elbo.mean((0, 2))


@torch.no_grad()
def rates(model: Networks, x: Rows) -> float:
    """What the codes say, in nats per row."""
    noise = torch.zeros(model.copies, len(x), model.latents)
    return model.terms(x, noise).rate.mean().item()


@torch.no_grad()
def costs(model: Networks, x: Rows, codes: int) -> Costs:
    """Importance-weighted -log p(x), on the sample space of x."""
    posterior, prior = model.posterior(x), model.prior()
    cost, generator, weights = score(model.law), seeded(0), []
    for start in range(0, codes, AT_ONCE):
        count = min(AT_ONCE, codes - start)
        shape = count, *posterior.loc.shape
        noise = torch.randn(shape, generator=generator)
        z = reparametrise(posterior, noise)
        gain = prior.log_prob(z) - posterior.log_prob(z)
        weights.append(cost(x, model.decode(z)) + gain.sum(-1))
    return math.log(codes) - torch.cat(weights).logsumexp(0)
