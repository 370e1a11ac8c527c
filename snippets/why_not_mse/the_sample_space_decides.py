"""Which law for which data; one choice measured on simulated cells."""

import math
from statistics import median

import torch
from jaxtyping import Float
from torch import Tensor
from torch.distributions import Bernoulli, Normal

from snippets.experiments import recorded
from snippets.experiments.counts import Counts
from snippets.figures.the_sample_space_decides import draw
from snippets.measures import guide, guide_words
from snippets.measures.reads import FLOOR, LAWS
from snippets.sweeps import SEEDS
from snippets.vae.families.gaussian import log_scale
from snippets.words import fixed

__all__ = ["RUNS", "draw", "measure", "words"]

TRUTHS = {"nb": Counts().dispersion, "poisson": math.inf}
RUNS = tuple(
    Counts(dispersion=r, seed=seed)
    for r in TRUTHS.values()
    for seed in SEEDS
)


# --8<-- [start:mixed]
def mixed_log_prob(
    binary: Float[Tensor, "*batch switch"],
    real: Float[Tensor, "*batch reading"],
    logits: Float[Tensor, "*batch switch"],
    loc: Float[Tensor, "*batch reading"],
    scale: Float[Tensor, "*#batch reading"],
) -> Float[Tensor, "*batch"]:
    """log p(record|z), nats: each variable by its own law."""
    switches = Bernoulli(logits=logits).log_prob(binary).sum(-1)
    readings = Normal(loc, scale).log_prob(real).sum(-1)  # ①
    return switches + readings  # ②


# --8<-- [end:mixed]
def number(name: str, raw: Float[Tensor, " gene"]) -> float:
    """Median over genes of what a law learned: r, or sigma."""
    if name == "gaussian":
        return median(log_scale(raw, FLOOR).exp().tolist())
    return median(raw.exp().tolist())


def side(r: float) -> dict:
    """One truth: means over the test cells, one for each seed."""
    records = [recorded(run) for run in RUNS if run.dispersion == r]
    exact = [each["truth"].mean().item() for each in records]
    laws = {}
    for name in LAWS:
        mean = {
            key: [
                each[f"{name}_{key}"].mean().item() for each in records
            ]
            for key in ("bound", "sharp", "rate")
        }
        mean["bound"] = guide_words.less(mean["bound"], exact)
        mean["sharp"] = guide_words.less(mean["sharp"], exact)
        raws = [each[f"{name}_raw"] for each in records]
        mean["number"] = [number(name, raw) for raw in raws]
        laws[name] = mean
    told = [each["told"].mean().item() for each in records]
    reads = torch.stack([each["reads"] for each in records])
    return {
        "truth": exact,
        "told": told,
        "reads": reads.mean().item(),
        "zeros": (reads == 0).float().mean().item(),
        "laws": laws,
    }


def measure() -> dict:
    """Both truths, and what the laws of torch accept."""
    found = {name: side(r) for name, r in TRUTHS.items()}
    return {**found, "tried": guide.tried()}


def words(found: dict) -> dict[str, str]:
    """Nats above the truth, settings, and the price of a unit."""
    guide_words.checked(found)
    said = guide_words.setting(RUNS[0]) | guide_words.charged()
    for short in TRUTHS:
        said |= guide_words.of_truth(found[short], short)
    zeros = 100 * found["nb"]["zeros"]
    return (
        said
        | guide_words.compared(found)
        | {
            "seeds": str(len(SEEDS)),
            "reads": fixed(found["nb"]["reads"], 1),
            "zeros": fixed(zeros, 0),
        }
    )
