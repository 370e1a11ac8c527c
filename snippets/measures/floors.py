"""A scale for each pixel under several floors; and masses instead."""

import math

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.experiments import recorded
from snippets.experiments.noise import Noise
from snippets.measures.law_readings import laws, read_as
from snippets.measures.scales import noisy
from snippets.sweeps import SMALL_DIGITS
from snippets.vae.dataset import load
from snippets.vae.evaluation import evaluate
from snippets.vae.training import Run
from snippets.weights import trained

FLOORS = (1e-1, 1e-2, 1e-3, 1e-4)
LOWEST = min(FLOORS)
BRIEF = {"epochs": 40, "batch": 100}
FLOORED = {
    floor: noisy(
        SMALL_DIGITS, **BRIEF, likelihood="pixel-gaussian", floor=floor
    )
    for floor in FLOORS
}
COUNTED = noisy(
    SMALL_DIGITS,
    **BRIEF,
    view="counts",
    likelihood="discretised-gaussian",
    floor=LOWEST,
)


def floored(runs: list[Noise]) -> dict[str, list[float]]:
    """Nats per image at the end; what single test images cost."""
    every = [recorded(run) for run in runs]
    costs = [each["test_loss"] for each in every]
    odd = moved()["images"]
    found = {
        "train": [each["train_loss"][-1].item() for each in every],
        "test": [each.mean().item() for each in costs],
        "median": [each.median().item() for each in costs],
        "most": [each.max().item() for each in costs],
        "worst": [each.argmax().item() for each in costs],
        "odd": [each[odd].max().item() for each in costs],
        "rest": [without(each, odd).mean().item() for each in costs],
    }
    if "train_narrow" in every[0]:
        last = [each["train_narrow"][-1].item() for each in every]
        found["narrow"] = last
    return found


def without(
    costs: Float[Tensor, " image"], places: list[int]
) -> Float[Tensor, " rest"]:
    """The costs of all other images."""
    kept = torch.ones(len(costs), dtype=torch.bool)
    kept[places] = False
    return costs[kept]


def cheaper(runs: list[Noise], than: list[Noise]) -> list[float]:
    """Share of test images that cost less than there, by seed."""
    pairs = zip(runs, than, strict=True)
    costs = [[recorded(r)["test_loss"] for r in pair] for pair in pairs]
    return [(a < b).float().mean().item() for a, b in costs]


def still(x: Float[Tensor, "image pixel"]) -> list[int]:
    """The positions that have one value in all images."""
    return (x == x[0]).all(0).nonzero().flatten().tolist()


def moved() -> dict[str, list[int]]:
    """Positions still in training; the test images that differ."""
    data = load("digits")
    train, test = (data.images(p, "counts") for p in ("train", "test"))
    seen = still(train)
    differ = test[:, seen] != train[0, seen]
    return {
        "positions": seen,
        "moving": [seen[i] for i in differ.any(0).nonzero().flatten()],
        "images": differ.any(1).nonzero().flatten().tolist(),
        "count": test[:, seen][differ].int().tolist(),
    }


# --8<-- [start:alone]
def alone(x: Float[Tensor, "image pixel"], floor: float) -> float:
    """Nats per image of one Gaussian for each position, no code."""
    variance = x.var(0, correction=0)
    used = variance.clamp_min(floor**2)  # ①
    nats = (2 * math.pi * used).log() + variance / used  # ②
    return nats.sum().item() / 2


# --8<-- [end:alone]
def in_units(runs: list[Run]) -> dict[str, list[float]]:
    """The same networks; nats per image by the unit of a pixel."""
    found: dict[str, list[float]] = {
        "one": [],
        "counts": [],
        "mass": [],
    }
    for run in runs:
        data, model = load(run.data), trained(run).model
        grey = data.images("test", "grey")
        loss = -evaluate(model, grey).elbo.mean().item()
        shift = grey.shape[1] * math.log(data.levels)
        law = laws(model.likelihood, data.levels)["bins"]
        counts = data.images("test", "counts")
        mass = -evaluate(read_as(model, law), counts).elbo.mean().item()
        found["one"].append(loss)
        found["counts"].append(loss + shift)
        found["mass"].append(mass)
    return found
