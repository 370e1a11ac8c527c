"""One image on its path through a network, and what it costs."""

import math
from decimal import Decimal

import numpy as np
import torch
from jaxtyping import Float
from scipy.ndimage import binary_fill_holes
from torch import Tensor
from torch.distributions import Bernoulli, kl_divergence

from snippets.calibration import logits_of
from snippets.vae.dataset import load
from snippets.vae.elbo import reparametrise
from snippets.vae.evaluation import bits_per_pixel
from snippets.vae.model import VAE
from snippets.vae.training import Run
from snippets.words import fixed

RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+")


def first_of(digit: int, run: Run) -> Float[Tensor, "image pixel"]:
    """The first test image of the digit, as the run sees it."""
    data = load(run.data)
    first = data.test.labels.tolist().index(digit)
    return data.images("test", run.view)[[first]]


def enclosed(x: np.ndarray) -> np.ndarray:
    """[row, column] -> the paper from which no way leads outside."""
    return binary_fill_holes(x) & (x == 0)


def path(
    model: VAE,
    x: Float[Tensor, "image pixel"],
    noise: Float[Tensor, "image latent"],
) -> dict:
    """All that lies between one image and its number.

    Latents in the order of what they add to the rate of this image;
    `hole` are the costs of the paper that strokes enclose, `filled`
    those of its pixels where ink was more likely than paper.
    """
    posterior = model.posterior(x)
    z = reparametrise(posterior, noise)
    logits = model.decode(z).squeeze(-1)
    rates = kl_divergence(posterior, model.prior())[0]
    order = rates.argsort(descending=True)
    latents = {"loc": posterior.loc, "scale": posterior.scale, "z": z}
    cost = -Bernoulli(logits=logits).log_prob(x)
    images = {"x": x, "m": logits.sigmoid(), "cost": cost}
    square = 2 * (int(x.shape[-1] ** 0.5),)
    shown = {n: v.reshape(square).numpy() for n, v in images.items()}
    hole = enclosed(shown["x"])
    return {
        **{n: v[0, order].tolist() for n, v in latents.items()},
        **shown,
        "rates": rates[order].tolist(),
        "hole": shown["cost"][hole].tolist(),
        "filled": shown["cost"][hole & (shown["m"] > 0.5)].tolist(),
    }


def products(
    x: Float[Tensor, "image pixel"],
    logits: Float[Tensor, "image pixel"],
) -> Float[Tensor, " image"]:
    """p(x|z), multiplied pixel by pixel in the precision of x."""
    m = logits.sigmoid()
    return torch.where(x == 1, m, 1 - m).prod(-1)


def lost(run: Run) -> float:
    """Share of test images whose product is rounded to 0."""
    product = products(*logits_of(run))
    return (product == 0).double().mean().item()


def science(exponent: float) -> str:
    """Ten to the `exponent`, as 1.6 · 10⁻²⁹; a float could be 0."""
    text = f"{Decimal(10) ** Decimal(exponent):.1e}"
    leading, power = text.split("e")
    return f"{leading}\u00a0·\u00a010{power.translate(RAISED)}"


def part(some: int, whole: int) -> str:
    """all 12, or 7 of the 12."""
    return f"all {whole}" if some == whole else f"{some} of the {whole}"


def of_the_image(found: dict) -> dict[str, str]:
    """The number in every unit, and where it comes from."""
    total, cost = found["draws"][0], found["cost"].ravel()
    largest = np.sort(cost)[::-1].cumsum()
    blank = cost.size * math.log(2)
    ten = math.log(10)
    return {
        "total": fixed(total, 1),
        "bits": fixed(total / math.log(2), 1),
        "bits_per_pixel": fixed(bits_per_pixel(total, cost.size), 3),
        "blank": fixed(blank, 1),
        "chance": science(-total / ten),
        "every": science(blank / ten),
        "equal": science(-blank / ten),
        "times": science((blank - total) / ten),
        "half": str(int((largest < total / 2).sum()) + 1),
        "dearest": fixed(cost.max(), 1),
        "filled": part(len(found["filled"]), len(found["hole"])),
        "filled_nats": fixed(sum(found["filled"]), 1),
        "filled_share": fixed(100 * sum(found["filled"]) / total, 0),
        "rate": fixed(sum(found["rates"]), 1),
        "both": fixed(total + sum(found["rates"]), 1),
    }
