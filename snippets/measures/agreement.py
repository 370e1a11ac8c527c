"""What the duels and the slips recorded, over seeds."""

import torch
from torch import Tensor

from snippets.experiments import recorded
from snippets.experiments.lines import AGAINST, Duel
from snippets.experiments.slips import SLIPS, Slip
from snippets.sweeps import SEEDS
from snippets.vae.dataset import load

MILLION = 1e6
SHARE = 0.01  # a distortion below this share of the rate is small
LAWS = {"grey": "expected-bernoulli", "threshold": "bernoulli"}
EQUAL = {
    v: [Duel(v, w, seed=s) for s in SEEDS] for v, w in LAWS.items()
}
SLIPPED = {n: [Slip(n, seed=s) for s in SEEDS] for n in SLIPS}


def steps(duel: Duel) -> int:
    """Steps in an epoch."""
    images = len(load(duel.data).train.counts)
    return -(-images // duel.settings.batch)


def ratio(record: dict[str, Tensor], name: str) -> Tensor:
    """By step, the relative difference of two losses."""
    return (record[name] / record[AGAINST[name]] - 1).abs()


def duels(group: list[Duel]) -> dict:
    """By pair: the largest difference of an epoch, that of weights."""
    each = [recorded(duel) for duel in group]
    width = steps(group[0])
    return {
        name: {
            "losses": torch.stack([ratio(r, name) for r in each])
            .unflatten(-1, (-1, width))
            .amax((0, -1))
            .tolist(),
            "weights": [r[f"{name}_apart"].tolist() for r in each],
        }
        for name in AGAINST
    }


def lowered(group: list[Duel]) -> list[float]:
    """Nats per image that the 1e-10 takes off the loss, by seed."""
    each = [recorded(duel) for duel in group]
    gaps = [r["elbo_64"] - r["question_64"] for r in each]
    return [gap.mean().item() for gap in gaps]


def rates(group: list[Slip], last: int) -> list[list[float]]:
    """The mean rate before each step up to `last`, by seed."""
    return [recorded(s)["rate"][:last].tolist() for s in group]


def ends(group: list[Slip]) -> list[float]:
    """The mean rate of the last epoch, by seed."""
    return [recorded(s)["rate"][-10:].mean().item() for s in group]


def runaway(group: list[Slip]) -> dict:
    """With the wrong sign: the step at which what happens, by seed."""
    each = [recorded(slip) for slip in group]
    pairs = [(r["distortion"], r["rate"]) for r in each]
    return {
        "negative": [first(rate > d) for d, rate in pairs],
        "million": [first(rate > MILLION) for _, rate in pairs],
        "end": [len(rate) for _, rate in pairs],
        "alone": [
            len(rate) - first((d > SHARE * rate).flip(0)) + 2
            for d, rate in pairs
        ],
    }


def first(true: Tensor) -> int:
    """The first step, counted from 1, at which it is so."""
    return int(true.nonzero()[0]) + 1
