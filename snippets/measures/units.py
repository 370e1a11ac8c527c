"""What a Gaussian pixel costs in nats and bits, and on which scale."""

import math

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor
from torch.distributions import Normal

from snippets.vae.dataset import load
from snippets.vae.evaluation import (
    bits_per_pixel,
    evaluate,
    reconstructions,
)
from snippets.vae.training import Run
from snippets.weights import trained

DECODED = 0.3  # the pixels of the figure were predicted about here
NEAR = 0.05
BINS = 5  # from paper to ink


def outside(
    loc: Float[Tensor, "*pixel"], variance: float
) -> Float[Tensor, "*pixel"]:
    """The share of a bell that lies below 0 or above 1."""
    law = Normal(loc, math.sqrt(variance))
    one, zero = torch.ones_like(loc), torch.zeros_like(loc)
    return 1 - (law.cdf(one) - law.cdf(zero))


def seen_near(run: Run) -> dict:
    """Density of the pixels whose prediction lies near `DECODED`.

    `scatter`: the root of their mean squared miss; `close`: the share
    that came near it; `beyond`: of the bells of all pixels, outside.
    """
    x = load(run.data).images("test", run.view)
    m = reconstructions(trained(run).model, x, seed=0)
    near = (m - DECODED).abs() <= NEAR
    chosen = x[near]
    bars, _ = np.histogram(chosen.numpy(), BINS, (0, 1), density=True)
    close = (chosen - DECODED).abs() <= NEAR
    return {
        "density": bars,
        "scatter": (chosen - m[near]).square().mean().sqrt().item(),
        "close": close.float().mean().item(),
        "beyond": outside(m, run.variance).mean().item(),
    }


# --8<-- [start:bin_mass]
def bin_mass(
    count: Float[Tensor, "*pixel"],
    loc: Float[Tensor, "*pixel"],
    scale: float,
    levels: int,
) -> Float[Tensor, "*pixel"]:
    """The mass of the grey level count / levels; float64."""
    law = Normal(levels * loc.double(), levels * scale)
    below = law.cdf(count.double() - 1 / 2)
    above = law.cdf(count.double() + 1 / 2)
    below = torch.where(count == 0, 0.0, below)  # ①
    above = torch.where(count == levels, 1.0, above)
    return above - below


# --8<-- [end:bin_mass]
def shared_mass(
    count: Tensor, loc: Tensor, scale: float, levels: int
) -> Tensor:
    """`bin_mass`, but a level's share of all that is not beyond."""
    law = Normal(levels * loc.double(), levels * scale)
    ends = torch.tensor([-1 / 2, levels + 1 / 2]).double()
    mass = law.cdf(count + 1 / 2) - law.cdf(count - 1 / 2)
    return mass / (law.cdf(ends[1]) - law.cdf(ends[0]))


def bits_of_levels(nats: float, pixels: int, levels: int) -> float:
    """Bits per pixel of a density, in nats per image, by its width.

    A grey level takes 1 / levels of the range from paper to ink.
    """
    return bits_per_pixel(nats, pixels) + math.log2(levels)


def priced_in_bits(run: Run) -> dict[str, float]:
    """The test loss as people print it, in nats, and in bits."""
    data, model = load(run.data), trained(run).model
    x = data.images("test", run.view)
    both = evaluate(model, x)
    pixels, rate = x.shape[1], both.rate.mean().item()
    constant = pixels / 2 * math.log(2 * math.pi * run.variance)
    nats = both.distortion.mean().item() + rate
    counts = data.images("test", "counts")
    means = reconstructions(model, x, seed=0)
    law = counts, means, math.sqrt(run.variance), data.levels

    def in_bits(mass: Tensor) -> float:
        exact = rate - mass.log().sum(-1).mean().item()
        return bits_per_pixel(exact, pixels)

    return {
        "written": 2 * run.variance * (nats - constant),
        "constant": constant,
        "nats": nats,
        "bits": bits_of_levels(nats, pixels, data.levels),
        "shared": in_bits(shared_mass(*law)),
        "exact": in_bits(bin_mass(*law)),
        "paper": (counts == 0).double().mean().item(),
    }


def scatter() -> dict:
    """How the pixels of the training images scatter, ink squared."""
    x = load("mnist_5k").images("train", "grey")
    each = x.std(0, unbiased=False)
    moving = each[each > 0]
    return {
        "map": each.reshape(28, 28).numpy(),
        "overall": x.std(unbiased=False).item(),
        "still": int((each == 0).sum()),
        "least": moving.min().item(),
        "most": moving.max().item(),
    }
