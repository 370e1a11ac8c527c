"""The sentence of the question, computed for one image."""

import math

import torch
from jaxtyping import Float
from torch import Tensor
from torch.distributions import Bernoulli, Independent

from snippets.figures.the_sentence_is_one_number import draw
from snippets.measures.cloud import (
    DRAWS,
    cost_inside,
    of_the_draws,
    scatter,
    widened,
)
from snippets.measures.one_image import (
    enclosed,
    first_of,
    lost,
    of_the_image,
    path,
)
from snippets.sweeps import PIXELS, binary, setting
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import standard_noise
from snippets.vae.model import VAE
from snippets.weights import trained
from snippets.words import fixed, spread

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = tuple(binary())
SHOWN = 6  # the digit of the picture
CODES = 1000  # drawn for it
WIDTHS = {"halved": 0.5, "own": 1.0, "doubled": 2.0}


# --8<-- [start:the_sentence]
def the_sentence(
    model: VAE,
    x: Float[Tensor, "#image pixel"],
    noise: Float[Tensor, "image latent"],
) -> Float[Tensor, " image"]:
    """Minus log p(x|z) in nats, at one z ~ q(z|x) for each noise."""
    cloud = model.posterior(x)  # ①
    z = cloud.loc + cloud.scale * noise  # ②
    logits = model.decode(z).squeeze(-1)  # ③
    coins = Bernoulli(logits=logits)  # ④
    image_law = Independent(coins, 1)  # ⑤
    return -image_law.log_prob(x)  # ⑥


# --8<-- [end:the_sentence]
def measure() -> dict:
    """One image on its path, many draws of its code, all images."""
    model = trained(RUNS[0]).model
    x = first_of(SHOWN, RUNS[0])
    noise = standard_noise(CODES, model.latents, seeded(0))
    anywhere = standard_noise(CODES, model.latents, seeded(1))
    elsewhere = -model.likelihood.log_prob(x, model.decode(anywhere))
    tested = load(RUNS[0].data).images("test", RUNS[0].view)
    square = x.reshape(28, 28).numpy()
    hole = torch.from_numpy(enclosed(square).ravel())
    return {
        **path(model, x, noise[:1]),
        "digit": SHOWN,
        "draws": the_sentence(model, x, noise).tolist(),
        "centre": the_sentence(model, x, 0 * noise[:1]).item(),
        "prior": elsewhere.tolist(),
        "hole_mean": cost_inside(model, x, noise, hole),
        "images": len(tested),
        "lost": [lost(run) for run in RUNS],
        "scatter": [scatter(run) for run in RUNS],
        "widths": {
            name: [widened(run, factor) for run in RUNS]
            for name, factor in WIDTHS.items()
        },
    }


def pair() -> dict[str, float]:
    """Bits for two equal pixels: by coins alone, and given a code."""
    both = torch.tensor([[1.0, 1.0], [0.0, 0.0]])  # all that happens
    alone = Independent(Bernoulli(probs=both.mean(0)), 1)
    told = Independent(Bernoulli(probs=both), 1)
    costs = (-law.log_prob(both).mean().item() for law in (alone, told))
    names = ("alone", "given", "code")
    nats = (*costs, math.log(len(both)))
    return {
        n: c / math.log(2) for n, c in zip(names, nats, strict=True)
    }


def words(found: dict) -> dict[str, str]:
    """The one number, and all that the page says around it."""
    counts = {"codes": CODES, "each": DRAWS, "pixels": PIXELS}
    counts |= {n: found[n] for n in ("digit", "images")}
    counts |= {"latents": len(found["loc"]), "seeds": len(RUNS)}
    bits = {f"pair_{n}": fixed(b, 0) for n, b in pair().items()}
    return {
        **{name: fixed(count, 0) for name, count in counts.items()},
        **of_the_image(found),
        **of_the_draws(found),
        **bits,
        "setting": setting(RUNS[0]),
        "batch": str(RUNS[0].batch),
        "hole_mean": fixed(found["hole_mean"], 1),
        "ink": fixed(found["x"].sum(), 0),
        "lost": spread([100 * share for share in found["lost"]], 1),
    }
