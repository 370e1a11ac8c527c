"""Grey cross-entropy: a mean over tosses, and their entropy in it."""

import math

import torch
from jaxtyping import Float
from torch import Generator, Tensor
from torch.distributions import Bernoulli, kl_divergence

from snippets.calibration import logits_of
from snippets.figures.grey_cross_entropy_is_an_average import draw
from snippets.measures.tosses import by_hand, limits, luck, of_limits
from snippets.scores import scores
from snippets.sweeps import cross_entropy, digits, setting
from snippets.vae.dataset import load, seeded
from snippets.words import fixed, spread

__all__ = ["RUNS", "draw", "measure", "words"]

ONCE = digits("expected-bernoulli", "grey")
OFTEN = digits("binomial", "counts")
RUNS = (*cross_entropy(), *ONCE, *OFTEN)
SHOWN = 2  # the digit of the pictures
FEW, TOSSES = 4, 10_000
PORTRAYED = ("floor", "nearly", "mean", "deviation")
NEAR = 0.9  # from here on grey is nearly ink
GREY, FORECASTS = 0.3, (0.1, 0.3, 0.5)  # of the table


# --8<-- [start:split]
def floor(
    x: Float[Tensor, "*image pixel"],
) -> Float[Tensor, "*image pixel"]:
    """What each pixel costs where m is x, in nats: its entropy."""
    return Bernoulli(probs=x).entropy()  # ①


def excess(
    x: Float[Tensor, "*image pixel"],
    logits: Float[Tensor, "*image pixel"],
) -> Float[Tensor, "*image pixel"]:
    """What each pixel costs above its floor, in nats."""
    tossed = Bernoulli(probs=x)
    return kl_divergence(tossed, Bernoulli(logits=logits))  # ②


# --8<-- [end:split]
# --8<-- [start:tosses]
def tosses(
    x: Float[Tensor, " pixel"], count: int, generator: Generator
) -> Float[Tensor, "toss pixel"]:
    """Many binary images that one grey image can become."""
    return torch.bernoulli(x.expand(count, -1), generator=generator)


def cost(
    b: Float[Tensor, "toss pixel"], logits: Float[Tensor, " pixel"]
) -> Float[Tensor, " toss"]:
    """Minus log p(b|z) of each toss, in nats."""
    return -Bernoulli(logits=logits).log_prob(b).sum(-1)  # ①


# --8<-- [end:tosses]
def portrait() -> dict:
    """One test image: four maps, four tosses, ten thousand costs."""
    images, all_logits = logits_of(cross_entropy()[0])
    at = load("mnist_5k").test.labels.tolist().index(SHOWN)
    x, logits = images[at].double(), all_logits[at].double()
    b = tosses(x, TOSSES, seeded(0))
    low, high = floor(x), excess(x, logits)
    costs = cost(b, logits)
    maps = torch.stack([x, logits.sigmoid(), low, high, *b[:FEW]])
    return {
        "maps": maps.reshape(-1, 28, 28).numpy(),
        "costs": costs.numpy(),
        "mean": costs.mean().item(),
        "deviation": costs.std().item(),
        "floor": low.sum().item(),
        "nearly": low[x > NEAR].sum().item(),
        "excess": high.sum().item(),
    }


def measure() -> dict:
    """One digit; limits over five seeds; one toss and sixteen."""
    x = load("mnist_5k").images("test", "grey").double()
    return {
        **portrait(),
        "floors": floor(x).sum(-1).mean().item(),
        "limits": [limits(run) for run in cross_entropy()],
        "luck": luck(cross_entropy()[0]),
        "once": scores(ONCE)["rate"],
        "often": scores(OFTEN)["rate"],
        "images": len(x),
    }


def words(found: dict) -> dict[str, str]:
    """The digit, the floor, the limits, and one toss or sixteen."""
    return {
        **by_hand(GREY, FORECASTS),
        **{name: fixed(found[name], 1) for name in PORTRAYED},
        **of_limits(found["floors"], found["limits"], found["luck"]),
        "setting": setting(cross_entropy()[0]),
        "images": str(found["images"]),
        "tosses": fixed(TOSSES, 0),
        "levels": str(load("digits").levels),
        "small": str(load("digits").side ** 2),
        "near": fixed(NEAR, 1),
        "total": fixed(found["floor"] + found["excess"], 1),
        "error": fixed(found["deviation"] / TOSSES**0.5, 2),
        "fair": fixed(math.log(2), 3),
        "once": spread(found["once"], 1),
        "often": spread(found["often"], 1),
    }
