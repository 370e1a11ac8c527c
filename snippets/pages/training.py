"""How the loss falls: to the mean image first, and then below it."""

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.figures.training import draw
from snippets.sweeps import MNIST, SEEDS, binary, cross_entropy
from snippets.vae.dataset import load
from snippets.vae.training import Run, untrained
from snippets.weights import trained, weights_path
from snippets.words import fixed, spread

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = (*cross_entropy(), *binary())
SIDES = {"question": Run(), "here": MNIST}


# --8<-- [start:mean_image]
def mean_image_cost(x: Float[Tensor, "image pixel"]) -> float:
    """The least loss of a decoder that ignores z, nats per image."""
    mean = x.mean(0)
    surprise = torch.special.entr(mean) + torch.special.entr(1 - mean)
    return surprise.sum().item()


# --8<-- [end:mean_image]
def histories(runs: list[Run]) -> list[list[float]]:
    """For each seed the mean loss of each epoch, nats per image."""
    return [trained(run).history.tolist() for run in runs]


def passed(curves: list[list[float]], level: float) -> int:
    """The first epoch, from 1, that ends below `level` in all seeds."""
    pairs = zip(*curves, strict=True)
    below = [max(losses) < level for losses in pairs]
    return below.index(True) + 1


def sizes(run: Run) -> dict[str, int]:
    """Steps in an epoch, and weights to learn."""
    images = len(load(run.data).train.counts)
    weights = sum(p.numel() for p in untrained(run).parameters())
    return {"steps": -(-images // run.batch), "weights": weights}


def measure() -> dict:
    """Curves by seed, the cost of the mean image, sizes of both."""
    data = load(MNIST.data)
    level = mean_image_cost(data.images("train", "grey"))
    curves = histories(cross_entropy())
    return {
        "grey": curves,
        "binary": histories(binary()),
        "grey_mean": level,
        "below": passed(curves, level),
        "images": len(data.train.counts),
        **{name: sizes(run) for name, run in SIDES.items()},
    }


def settings(run: Run, size: dict[str, int]) -> dict[str, str]:
    """A column of the table of settings."""
    return {
        "hidden": "-".join(map(str, run.hidden)),
        "latents": str(run.latents),
        "epochs": str(run.epochs),
        "batch": str(run.batch),
        "rate": str(run.learning_rate),
        "weights": fixed(size["weights"], 0),
        "steps": fixed(size["steps"] * run.epochs, 0),
    }


def words(found: dict) -> dict[str, str]:
    """How the losses fall and end, and the settings."""
    said = {
        "images": fixed(found["images"], 0),
        "seeds": str(len(SEEDS)),
        "name": str(len(weights_path(MNIST).name)),
        "below": str(found["below"]),
        "grey_mean": fixed(found["grey_mean"], 1),
    }
    for name, run in SIDES.items():
        for key, value in settings(run, found[name]).items():
            said[f"{name}_{key}"] = value
    for name in ("grey", "binary"):
        last = [curve[-1] for curve in found[name]]
        said[f"{name}_last"] = spread(last, 1)
    falls = [curve[-2] - curve[-1] for curve in found["grey"]]
    return {**said, "grey_fall": spread(falls, 1)}
