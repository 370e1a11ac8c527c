"""The small networks that run in a page, and what rounding costs."""

from dataclasses import replace

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from snippets.measures.int8 import restored
from snippets.sweeps import MAP, MNIST
from snippets.vae.dataset import load
from snippets.vae.model import VAE
from snippets.vae.training import Run
from snippets.weights import trained

VARIANCE = 1 / 2  # SSE + KL, as people write it
BINARY = {"view": "threshold", "likelihood": "bernoulli"}
BELL = {"likelihood": "gaussian", "variance": VARIANCE}
# Narrow, so that both twins and the sentence fit into 300 kB.
COINS = replace(MAP, **BINARY, hidden=(64, 64))
BELLS = replace(COINS, **BELL)
SENTENCE = replace(MNIST, **BINARY, hidden=(96,), epochs=40)
RUNS = (COINS, BELLS, SENTENCE)
BUDGET = 300_000  # bytes of weights and images
# What rounding to a byte may change, on any test image. Tested.
MOST_PROBABILITY = 0.05
MOST_NATS = 1.0


def held_out(run: Run) -> Float[Tensor, "image pixel"]:
    """The test images, as the run sees them."""
    return load(run.data).images("test", run.view)


@torch.no_grad()
def at_the_centre(
    model: VAE, x: Float[Tensor, "image pixel"]
) -> tuple[Float[Tensor, "image pixel"], Float[Tensor, " image"]]:
    """Mean of p(x|z) and nats, z the centre of each posterior."""
    decoded = model.decode(model.posterior(x).loc)
    nats = -model.likelihood.log_prob(x, decoded)
    return model.likelihood.mean(decoded), nats


def changed(run: Run) -> dict[str, float]:
    """The most that rounding changes over the test images."""
    model, x = trained(run).model, held_out(run)
    exact, nats = at_the_centre(model, x)
    near, close = at_the_centre(restored(model), x)
    return {
        "probability": (near - exact).abs().max().item(),
        "nats": (close - nats).abs().max().item(),
    }


def bits(x: Float[Tensor, "image pixel"]) -> bytes:
    """Black and white images, a bit a pixel, the first bit high."""
    return np.packbits(x.numpy().astype(bool), axis=1).tobytes()
