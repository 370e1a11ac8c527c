"""A guard of 1e-10 that rounding takes out of one logarithm."""

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import binary_cross_entropy

from snippets.experiments.saturation import from_logits, question
from snippets.figures.epsilon_guards_one_logarithm import draw
from snippets.measures.guard_words import of_forms, of_grid, of_kinds
from snippets.measures.guards import curves, edges, grid, samples
from snippets.measures.saturation_words import of_runs
from snippets.measures.saturations import (
    GROUPS,
    ones,
    outcomes,
    settings,
)

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = tuple(run for runs in GROUPS.values() for run in runs)


# --8<-- [start:others]
def swapped(
    x: Float[Tensor, "*pixel"], logits: Float[Tensor, "*pixel"]
) -> Float[Tensor, "*pixel"]:
    """First the subtraction, then the guard."""
    m = logits.sigmoid()
    ink = x * torch.log(m + 1e-10)
    paper = (1 - x) * torch.log(1 - m + 1e-10)  # ①
    return -(ink + paper)


def clipped(
    x: Float[Tensor, "*pixel"],
    logits: Float[Tensor, "*pixel"],
    epsilon: float = 1e-10,
) -> Float[Tensor, "*pixel"]:
    """Probabilities kept inside [epsilon, 1 - epsilon]."""
    m = logits.sigmoid().clamp(epsilon, 1 - epsilon)  # ②
    return -(x * m.log() + (1 - x) * (1 - m).log())


def clipped_by_type(
    x: Float[Tensor, "*pixel"], logits: Float[Tensor, "*pixel"]
) -> Float[Tensor, "*pixel"]:
    """The same with the gap between 1 and the next number."""
    return clipped(x, logits, torch.finfo(logits.dtype).eps)  # ③


def library(
    x: Float[Tensor, "*pixel"], logits: Float[Tensor, "*pixel"]
) -> Float[Tensor, "*pixel"]:
    """What torch offers for probabilities."""
    m = logits.sigmoid()
    return binary_cross_entropy(m, x, reduction="none")  # ④


# --8<-- [end:others]
FORMS = {
    "question": question,
    "swapped": swapped,
    "clipped": clipped,
    "by_type": clipped_by_type,
    "library": library,
    "logits": from_logits,
}


def measure() -> dict:
    """Forms in four types, edges of the sigmoid, forty trainings."""
    return {
        **curves(question),
        "samples": samples(FORMS),
        "grid": grid(FORMS),
        "edges": edges(),
        "ones": ones(),
        "runs": outcomes(),
    }


def words(found: dict) -> dict[str, str]:
    """Numbers of types, of forms, of trainings."""
    return {
        **settings(),
        **of_kinds(found["edges"]),
        **of_forms(found["samples"]),
        **of_grid(found["grid"]),
        **of_runs(found["runs"], found["ones"], found["edges"]),
    }
