"""How alike neighbouring pixels are: of digits, of samples."""

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.calibration import logits_of
from snippets.measures.grain import correlation, specks
from snippets.vae.dataset import seeded
from snippets.vae.elbo import reparametrise, standard_noise
from snippets.vae.evaluation import samples
from snippets.vae.model import VAE
from snippets.vae.training import Run
from snippets.weights import trained

DISTANCES = tuple(range(1, 9))  # pixels, across and down
DRAWS = 2000  # samples from the model, or tosses of one code


def any_code(run: Run) -> dict[str, float]:
    """Codes from the prior: neighbours, specks, the coins' part."""
    model = trained(run).model
    means = samples(model, DRAWS, seed=1, mean=True)
    drawn = samples(model, DRAWS, seed=1)
    coin = (means * (1 - means)).mean() / drawn.var(0).mean()
    return {
        "means_near": correlation(means, 1),
        "coin_share": coin.item(),
        "drawn_specks": specks(drawn),
    }


def left_over(
    model: VAE, x: Float[Tensor, "image pixel"]
) -> Float[Tensor, "image pixel"]:
    """x - m at one z ~ q(z|x): what the code does not say."""
    noise = standard_noise(len(x), model.latents, seeded(0))
    z = reparametrise(model.posterior(x), noise)
    return x - model.likelihood.mean(model.decode(z))


def likeness(run: Run) -> dict[str, list[float]]:
    """Correlations of pixels, one for each of DISTANCES."""
    model, (x, logits) = trained(run).model, logits_of(run)
    one_code = logits[0].sigmoid().expand(DRAWS, -1)
    drawn = samples(model, DRAWS, seed=1)
    pictures = {
        "digits": x,
        "drawn": drawn,
        "one_code": torch.bernoulli(one_code, generator=seeded(2)),
        "digits_left": left_over(model, x),
        "drawn_left": left_over(model, drawn),
    }
    return {
        name: [correlation(each, d) for d in DISTANCES]
        for name, each in pictures.items()
    }
