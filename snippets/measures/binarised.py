"""Networks trained on one view of the pixels, scored on another."""

from collections.abc import Callable

import torch
from jaxtyping import Float
from torch import Tensor
from torch.distributions import Bernoulli
from torch.nn.functional import (
    binary_cross_entropy,
    binary_cross_entropy_with_logits,
)

from snippets.vae.dataset import load, see, seeded
from snippets.vae.evaluation import evaluate
from snippets.vae.model import VAE
from snippets.vae.training import Run
from snippets.weights import trained

BINARY = ("threshold", "once", "afresh")
OTHERS = 1000  # no training and no other toss starts from this seed
FORECAST = torch.tensor([0.6])  # the forecast m of the example
ASKED: dict[str, Callable[[Tensor], Tensor]] = {
    "strict": lambda x: -Bernoulli(probs=FORECAST).log_prob(x),
    "lax": lambda x: (
        -Bernoulli(probs=FORECAST, validate_args=False).log_prob(x)
    ),
    "probs": lambda x: binary_cross_entropy(FORECAST, x),
    "logits": lambda x: binary_cross_entropy_with_logits(
        FORECAST.logit(), x
    ),
}


def loss(model: VAE, x: Float[Tensor, "image pixel"]) -> float:
    """Minus the mean ELBO, in nats per image."""
    return -evaluate(model, x, samples=4).elbo.mean().item()


def scored(run: Run) -> dict[str, float]:
    """The loss on each binary view of the test images.

    `own`: on the view of the run. `tosses` and `others`: on the
    training images as "once" tosses them, and as tossed again.
    """
    model, data = trained(run).model, load(run.data)
    counts, coin = data.train.counts, seeded(OTHERS)
    others = see(counts, data.levels, "afresh", coin)
    return {
        **{v: loss(model, data.images("test", v)) for v in BINARY},
        "own": loss(model, data.images("test", run.view)),
        "tosses": loss(model, data.images("train", "once")),
        "others": loss(model, others),
    }


def answer(name: str, value: float) -> float | str:
    """Nats for one pixel, or the first line of an error."""
    try:
        return ASKED[name](torch.tensor([value])).item()
    except (ValueError, RuntimeError) as error:
        return f"{type(error).__name__}: {error}".splitlines()[0]
