"""Every decoder read as a law of counts: one sample space for all."""

import math
from copy import deepcopy

import torch
from jaxtyping import Float
from scipy.optimize import minimize_scalar
from torch import Tensor

from snippets.measures.masses import (
    BinnedContinuous,
    BinnedGaussian,
    MeanGeometric,
)
from snippets.vae.dataset import seeded
from snippets.vae.evaluation import draws
from snippets.vae.families import (
    Binomial,
    ContinuousBernoulli,
    DiscretisedGaussian,
    PixelGaussian,
    TruncatedGeometric,
)
from snippets.vae.families.counts import Counts
from snippets.vae.families.gaussian import SharedGaussian
from snippets.vae.likelihood import Likelihood
from snippets.vae.model import VAE


# --8<-- [start:laws]
def laws(trained: Likelihood, levels: int) -> dict[str, Counts]:
    """What a decoder that was `trained` says of counts, by reading."""
    if isinstance(trained, Counts):
        return {"own": trained}
    mean = MeanGeometric(levels)
    if isinstance(trained, SharedGaussian):
        own = BinnedGaussian(levels, trained.variance.item())
        return {"bins": own, "mean": mean}
    if isinstance(trained, PixelGaussian):
        return {"bins": DiscretisedGaussian(levels, trained.floor)}
    if isinstance(trained, ContinuousBernoulli):
        return {"bins": BinnedContinuous(levels)}
    return {
        "mean": mean,
        "parameter": TruncatedGeometric(levels),
        "tosses": Binomial(levels),
    }


def read_as(model: VAE, law: Counts) -> VAE:
    """The same weights as a model of counts; `model` is untouched."""
    other = deepcopy(model)
    other.likelihood, other.unit = law, law.levels  # ①
    return other


# --8<-- [end:laws]
@torch.no_grad()
def best_variance(
    model: VAE, counts: Float[Tensor, "image pixel"], levels: int
) -> float:
    """The one variance that makes these images most probable.

    In squared units of k / levels, at one code for each image; the
    decoder gives the logit of a mean.
    """
    posterior = model.posterior(counts / levels)
    decoded = model.decode(draws(posterior, 1, seeded(0))[0])

    def nats(log_variance: float) -> float:
        law = BinnedGaussian(levels, math.exp(log_variance))
        return -law.log_prob(counts, decoded).mean().item()

    ends = (math.log(1e-5), math.log(1e2))
    tries = {"xatol": 0.01}
    found = minimize_scalar(
        nats, bounds=ends, method="bounded", options=tries
    )
    return math.exp(found.x)
