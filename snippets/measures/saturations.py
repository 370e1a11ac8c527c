"""Trainings with the loss of the question, and where they end."""

import math

from torch import Tensor

from snippets.experiments import recorded
from snippets.experiments.saturation import Saturation
from snippets.measures.guards import edge
from snippets.sweeps import MNIST, SEEDS
from snippets.vae.dataset import load
from snippets.vae.training import Run
from snippets.words import fixed


def seeds(**settings) -> tuple[Saturation, ...]:
    """The same settings from several starts."""
    return tuple(Saturation(seed=seed, **settings) for seed in SEEDS)


BINARY = {
    "hidden": MNIST.hidden,
    "view": "threshold",
    "learning_rate": 5e-3,
    "epochs": 24,
}
GROUPS = {
    "asked": seeds(epochs=10),
    "fast": seeds(learning_rate=7e-3, epochs=2),
    "fast_logits": seeds(learning_rate=7e-3, epochs=2, form="logits"),
    "faster": seeds(learning_rate=1e-2, epochs=2),
    "faster_logits": seeds(learning_rate=1e-2, epochs=2, form="logits"),
    "grey": seeds(**{**BINARY, "view": "grey"}),
    "binary": seeds(**BINARY),
    "binary_logits": seeds(**BINARY, form="logits"),
}


def settings() -> dict[str, str]:
    """What captions say of the two networks."""
    asked, small = GROUPS["asked"][0], GROUPS["binary"][0]
    pixels = load(asked.data).side ** 2
    return {
        "seeds": str(len(SEEDS)),
        "asked_epochs": str(asked.epochs),
        "fast_epochs": str(GROUPS["fast"][0].epochs),
        "small_epochs": str(small.epochs),
        "asked_network": network(asked),
        "small_network": network(small),
        "images": f"{len(load(asked.data).train.counts):,}",
        "batch_pixels": f"{asked.batch * pixels:,}",
        "question_epochs": str(Run().epochs),
        # At m = 1e-10 the guard takes log 2 off the cost of ink.
        "asked_one": fixed(math.log(2) / asked.batch, 3),
    }


def network(run: Saturation) -> str:
    """784-500-500-20."""
    sizes = (load(run.data).side ** 2, *run.hidden, run.latents)
    return "-".join(str(size) for size in sizes)


def per_epoch(run: Saturation) -> int:
    """Steps in an epoch."""
    return math.ceil(len(load(run.data).train.counts) / run.batch)


def tops(run: Saturation, highest: Tensor) -> list[float]:
    """The highest logit of each epoch, the last one perhaps cut."""
    real = highest[highest.isfinite()]
    return [part.max().item() for part in real.split(per_epoch(run))]


def crossed(highest: Tensor) -> int:
    """The first step, from 1, in which some m is 1; else 0."""
    certain = highest >= edge("float32", 0.0, 64.0, 1.0)
    return int(certain.int().argmax()) + 1 if certain.any() else 0


def outcome(run: Saturation) -> dict:
    """Where it failed (`step` counts from 1, 0: nowhere), and how."""
    seen = recorded(run)
    failed = not seen["loss"][-1].isfinite()
    rest = (seen["sound"] + seen["rate"])[-1].item()
    last = seen["loss"][-per_epoch(run) :].mean().item()
    pixels = len(seen["loss"]) * run.batch * load(run.data).side ** 2
    return {
        "step": len(seen["loss"]) if failed else 0,
        "epochs": len(seen["loss"]) / per_epoch(run),
        "inf": seen["inf"][-1].item(),
        "nan": seen["nan"][-1].item(),
        "rest": rest if math.isfinite(rest) else None,
        "loss": None if failed else last,
        "tops": tops(run, seen["highest"]),
        "crossed": crossed(seen["highest"]),
        "narrowest": seen["narrowest"]
        .nan_to_num(1.0)[-2:]
        .min()
        .item(),
        "below": seen["below"].sum().item() / pixels,
        "extra": seen["extra"].nan_to_num(0.0, 0.0).abs().max().item(),
    }


def outcomes() -> dict[str, list[dict]]:
    """Of every run, by its group."""
    return {
        name: [outcome(run) for run in runs]
        for name, runs in GROUPS.items()
    }


def ones() -> dict[str, float]:
    """Shares: of pixels above half, and of those that are full."""
    x = load("mnist_5k").images("train", "grey")
    ink, full = (x > 0.5).sum().item(), (x == 1).sum().item()
    return {"ink": ink / x.numel(), "full": full / ink}
