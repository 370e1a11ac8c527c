"""Codes in the plane, and the pixels that models draw from them."""

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from snippets.measures.mixtures import excess_kurtosis
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import rate
from snippets.vae.training import Run
from snippets.weights import trained

SHOWN = 250  # posteriors in the plane: more would hide each other
CODES = 10_000  # drawn from the prior
PLAIN = 0.01  # below it in size, the kurtosis is a bell's
# The test image whose posterior lies nearest to each is shown.
PLACES = ((-2.6, -0.8), (3.2, 0.6), (0.9, -3.0), (0.9, 0.9))


def plane(run: Run) -> dict[str, np.ndarray]:
    """Posteriors of test images, and what some points decode to.

    `chosen` numbers the images nearest to PLACES; `coins` holds one
    map of m more than `pictures`, that of the point z = 0.
    """
    model, data = trained(run).model, load(run.data)
    x = data.images("test", run.view)[:SHOWN]
    posterior = model.posterior(x)
    chosen = torch.cdist(torch.tensor(PLACES), posterior.loc).argmin(1)
    z = torch.cat([posterior.loc[chosen], torch.zeros(1, run.latents)])
    m = model.likelihood.mean(model.decode(z))
    found = {
        "loc": posterior.loc,
        "scale": posterior.scale,
        "chosen": chosen,
        "pictures": x[chosen].reshape(-1, data.side, data.side),
        "coins": m.reshape(-1, data.side, data.side),
    }
    return {name: each.numpy() for name, each in found.items()}


def drawn(
    run: Run,
) -> tuple[Float[Tensor, "code pixel"], Float[Tensor, "code pixel"]]:
    """m at codes from the prior, and one x from each p(x|z)."""
    model = trained(run).model
    z = torch.randn(CODES, run.latents, generator=seeded(1))
    decoded = model.decode(z)
    law = model.likelihood
    return law.mean(decoded), law.sample(decoded, seeded(2))


def liveliest(runs: list[Run]) -> int:
    """The pixel whose m varies most from code to code, on average."""
    return int(sum(drawn(run)[0].var(0) for run in runs).argmax())


def share(inside: Tensor) -> float:
    """How much of a yes-or-no tensor is yes."""
    return inside.double().mean().item()


def values(x: Float[Tensor, "code pixel"]) -> dict[str, int | float]:
    """Drawn pixels that are 0 or 1, and the share outside [0, 1]."""
    return {
        "drawn": x.numel(),
        "binary": int(((x == 0) | (x == 1)).sum()),
        "outside": share((x < 0) | (x > 1)),
    }


def over_pixels(
    run: Run, m: Float[Tensor, "code pixel"], variance: float
) -> dict[str, float]:
    """Shares of the pixels: near to a bell, more varied than data."""
    heavy = torch.stack([excess_kurtosis(one, variance) for one in m.T])
    x = load(run.data).images("train", run.view)
    total = m.var(0, correction=0) + variance
    return {
        "plain": share(heavy.abs() < PLAIN),
        "excess": share(total > x.var(0)),
    }


def of_codes(run: Run) -> dict[str, float]:
    """Rate in nats per test image; share of codes beyond two sd."""
    model = trained(run).model
    posterior = model.posterior(load(run.data).images("test", run.view))
    return {
        "rate": rate(posterior, model.prior()).mean().item(),
        "beyond": share(posterior.loc.norm(dim=1) > 2),
    }
