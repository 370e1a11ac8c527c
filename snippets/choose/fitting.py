"""One network, one budget, one rule of stopping, for every law."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor, nn

from snippets.choose.budget import Budget, Split
from snippets.choose.learning import steps
from snippets.choose.networks import Networks
from snippets.choose.scoring import costs, rates, validated
from snippets.choose.start import Lens, alone
from snippets.choose.whole import score
from snippets.vae.training import Diverged

Tick = Callable[[int], object]


@dataclass(frozen=True)
class Fit:
    """What held-out rows cost, in nats; and what the law needed."""

    nats: Float[Tensor, "training row"]
    alone: Float[Tensor, " row"]  # without a code
    rate: float
    numbers: int  # that one decoder and its law have to learn


def fit(
    law: nn.Module,
    space: str,
    rows: Split,
    budget: Budget,
    tick: Tick = lambda steps: None,
) -> Fit:
    """Train, keep the best by validation, score. Raises `Diverged`."""
    start = alone(law, rows.train)
    with torch.no_grad():
        single = -score(law)(rows.test, start.decoded)
    model = Networks(Lens(space, rows.train), law, budget, start)
    trained(model, rows, budget, tick)
    nats = costs(model, rows.test, budget.codes)
    if not (nats.isfinite().all() and single.isfinite().all()):
        raise Diverged("a held-out row has no finite cost")
    rate = rates(model, rows.test)
    return Fit(nats, single, rate, numbers(model))


def numbers(model: Networks) -> int:
    """How many the decoder and the law of one training learn."""
    parts = (model.decoders, model.law)
    every = [p.numel() for part in parts for p in part.parameters()]
    return sum(every) // model.copies


def trained(
    model: Networks, rows: Split, budget: Budget, tick: Tick
) -> None:
    """Each training ends with its best weights by validation."""
    best = torch.full((model.copies,), math.inf)
    kept = [p.detach().clone() for p in model.parameters()]
    every = math.ceil(budget.steps / budget.looks)
    for step in steps(model, rows.train, budget):
        tick(1)
        if step % every and step != budget.steps:
            continue
        value = validated(model, rows.valid)
        better = value < best
        best = torch.where(better, value, best)
        for old, new in zip(kept, model.parameters(), strict=True):
            old[better] = new.detach()[better]
    if not best.isfinite().all():
        raise Diverged("its validation loss is not finite")
    with torch.no_grad():
        for old, new in zip(kept, model.parameters(), strict=True):
            new.copy_(old)
