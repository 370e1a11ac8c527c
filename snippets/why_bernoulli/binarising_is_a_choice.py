"""Threshold, once or afresh: which images are scored, and tossed."""

from collections.abc import Sequence
from itertools import chain

import torch
from jaxtyping import Float
from torch import Generator, Tensor
from torch.distributions import Bernoulli

from snippets.figures.binarising_is_a_choice import draw
from snippets.measures.binarised import (
    ASKED,
    BINARY,
    FORECAST,
    answer,
    scored,
)
from snippets.measures.binarised_words import of_scores
from snippets.measures.gradient_noise import STEPS, noise_of, shares
from snippets.sweeps import binary, cross_entropy, setting
from snippets.vae.dataset import load, seeded
from snippets.words import fixed, spread

__all__ = ["RUNS", "draw", "measure", "words"]

TRAINED = {
    "grey": cross_entropy(),
    **{view: binary(view) for view in BINARY},
}
RUNS = tuple(chain.from_iterable(TRAINED.values()))
SHOWN = 2  # the digit of the pictures
GREY, ABOVE = 0.3, 1.5  # two pixels that are no coin toss
LOGITS = (0.0, 10.0, 100.0)


# --8<-- [start:ways]
def ways(
    x: Float[Tensor, "image pixel"], generator: Generator
) -> dict[str, Float[Tensor, "image pixel"]]:
    """Grey images as ink and paper, three times."""
    return {
        "threshold": (x > 0.5).float(),
        "once": torch.bernoulli(x, generator=seeded(0)),  # ①
        "afresh": torch.bernoulli(x, generator=generator),  # ②
    }


# --8<-- [end:ways]
def views() -> dict:
    """One digit: [view, 28, 28], and the nats of its tosses."""
    data = load("mnist_5k")
    x = data.images("test", "grey")
    at = data.test.labels.tolist().index(SHOWN)
    each = [x, *ways(x, seeded(1)).values()]
    again = ways(x, seeded(2))["afresh"]
    seen = torch.stack([one[at] for one in (*each, again)])
    chance = Bernoulli(probs=x[at].double()).entropy().sum()
    shown = seen.reshape(-1, 28, 28).numpy()
    return {"views": shown, "chance": chance.item()}


def entropy(part: str) -> float:
    """Nats that the tosses of an image hold on average."""
    x = load("mnist_5k").images(part, "grey").double()
    return Bernoulli(probs=x).entropy().sum(-1).mean().item()


def runaway(target: float) -> list[float]:
    """Cross-entropy with logits, as the logit grows: in nats."""
    logits, x = torch.tensor(LOGITS), torch.tensor(target)
    law = Bernoulli(logits=logits, validate_args=False)
    return (-law.log_prob(x)).tolist()


def measure() -> dict:
    """Every network on every view; the noise of tosses; answers."""
    grey = cross_entropy()
    return {
        **views(),
        "scores": {n: [scored(r) for r in TRAINED[n]] for n in TRAINED},
        "still": [noise_of(run, fixed_batch=True) for run in grey],
        "moving": [noise_of(run, fixed_batch=False) for run in grey],
        "entropy": entropy("test"),
        "answers": {
            n: [answer(n, each) for each in (GREY, ABOVE)]
            for n in ASKED
        },
        "runaway": runaway(ABOVE),
    }


def words(found: dict) -> dict[str, str]:
    """Losses by view, what was learned by heart, the noise."""
    return of_scores(found["scores"]) | {
        "entropy": fixed(found["entropy"], 1),
        "setting": setting(TRAINED["grey"][0]).split(" with ")[0],
        "seeds": str(len(cross_entropy())),
        "networks": str(len(RUNS)),
        "steps": str(STEPS),
        "batch": str(RUNS[0].batch),
        "epochs": str(RUNS[0].epochs),
        "still": spread(shares(found["still"]), 0),
        "moving": spread(shares(found["moving"]), 0),
        "grey": fixed(GREY, 1),
        "above": fixed(ABOVE, 1),
        "forecast": fixed(FORECAST.item(), 1),
        **numbered("runaway", found["runaway"], 1),
        **numbered("logit", LOGITS, 0),
    }


def numbered(
    name: str, values: Sequence[float], digits: int
) -> dict[str, str]:
    """`runaway1`, `runaway2`, ..."""
    return {
        f"{name}{place}": fixed(value, digits)
        for place, value in enumerate(values, start=1)
    }
