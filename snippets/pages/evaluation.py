"""What trained models are worth, and in which unit that is said."""

import math

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from snippets.figures.evaluation import draw
from snippets.scores import first_of_each_digit as digits
from snippets.scores import scores
from snippets.sweeps import MNIST, SEEDS, binary, gaussian
from snippets.vae import evaluation as scoring
from snippets.vae.dataset import load, seeded
from snippets.vae.model import VAE
from snippets.weights import trained
from snippets.words import fixed, fraction, spread

__all__ = ["RUNS", "draw", "measure", "words"]

NARROW = 1 / 32  # the variance whose loss is negative
RUNS = (*binary(), *gaussian(NARROW))
COUNTS = (1, 2, 5, 10, 20, 50, 100, 250, 500)
AT_ONCE, IMAGES = 50, 40

# Printed by the notebook of the question, in nats per image: last
# with a Gaussian, log sigma at least -1/2, and then a Bernoulli.
DENSITY, MASS, LEAST_LOG_SCALE = 367.81, 95.174, -1 / 2


# --8<-- [start:bounds]
@torch.no_grad()
def bounds(model: VAE, x: Tensor) -> Float[Tensor, " count"]:
    """L_k for each k of COUNTS: the same draws, in groups of k."""
    q = model.posterior(x)
    z = scoring.draws(q, COUNTS[-1], seeded(0)).split(AT_ONCE)
    logs = torch.cat([scoring.log_weights(model, x, q, a) for a in z])
    grouped = [logs.unflatten(0, (-1, k)).logsumexp(1) for k in COUNTS]
    means = [each.mean() for each in grouped]
    return torch.stack(means) - torch.tensor(COUNTS).log()


# --8<-- [end:bounds]
def rows(model: VAE) -> np.ndarray:
    """[row, picture, 28, 28]: seen, given back, imagined, drawn."""
    x = (digits() > 0.5).float()
    given = scoring.reconstructions(model, x)
    mean = scoring.samples(model, len(x), seed=0, mean=True)
    drawn = scoring.samples(model, len(x), seed=0)
    return np.stack([x, given, mean, drawn]).reshape(4, -1, 28, 28)


def measure() -> dict:
    """Scores of both kinds of runs, L_k by seed, and four rows."""
    x = load(MNIST.data).images("test", binary()[0].view)
    models = [trained(run).model for run in binary()]
    return {
        "counts": COUNTS,
        "bounds": [bounds(m, x[:IMAGES]).tolist() for m in models],
        "binary": scores(binary()),
        "narrow": scores(gaussian(NARROW)),
        "tested": len(x),
        "pixels": x.shape[1],
        "rows": rows(models[0]),
    }


def losses(scored: dict[str, list[float]]) -> list[float]:
    """Minus the ELBO of each run, nats per image."""
    both = (scored["distortion"], scored["rate"])
    return list(map(sum, zip(*both, strict=True)))


def closer(found: dict) -> dict[str, str]:
    """The ELBO, the best estimate and the rises between them."""
    curves = torch.tensor(found["bounds"]).double()
    first, before, last = curves[:, [0, -2, -1]].T
    return {
        "elbo": spread(first.tolist(), 1),
        "evidence": spread(last.tolist(), 1),
        "rise": spread((last - first).tolist(), 1),
        "late": spread((last - before).tolist(), 2),
    }


def same_cost(pixels: int) -> float:
    """The unit of ink in which the density costs as the mass does."""
    return math.exp((MASS - DENSITY) / pixels)


def units(pixels: int) -> dict[str, str]:
    """What a unit does to a density, and the numbers of 2015."""
    floor = math.log(2 * math.pi) / 2 + LEAST_LOG_SCALE
    return {
        "shift": fixed(pixels * math.log(255), 0),
        "factor": fixed(same_cost(pixels)),
        "floor": fixed(pixels * floor, 1),
        "density": fixed(DENSITY, 1),
        "mass": fixed(MASS, 1),
    }


def words(found: dict) -> dict[str, str]:
    """All that the page says in numbers."""
    pixels, nats = found["pixels"], losses(found["binary"])
    bits = [scoring.bits_per_pixel(each, pixels) for each in nats]
    counted = {"images": IMAGES, "most": COUNTS[-1], "pixels": pixels}
    counted |= {"before": COUNTS[-2], "latents": MNIST.latents}
    counted |= {"tested": found["tested"], "seeds": len(SEEDS)}
    names = ("distortion", "rate", "active")
    return {
        **{name: str(count) for name, count in counted.items()},
        **{name: spread(found["binary"][name], 1) for name in names},
        "loss": spread(nats, 1),
        **closer(found) | units(pixels),
        "bits": spread(bits, 3),
        "narrow": fraction(NARROW),
        "narrow_loss": spread(losses(found["narrow"]), 0),
        "threshold": str(scoring.ACTIVE),
    }
