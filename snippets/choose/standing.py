"""What each law costs above the first, and how sure that is."""

import math
from dataclasses import dataclass

from jaxtyping import Float
from torch import Tensor

from snippets.choose.fitting import Fit
from snippets.choose.proposal import Proposal

MOST = 0.02  # share of rows on which an order must not hang


@dataclass(frozen=True)
class Ranked:
    """One law: nats per row, and above the first with its error."""

    law: Proposal
    nats: float
    above: float
    error: float
    bulk: float  # above the first without the rows that differ most
    alone: float  # nats per row without a code
    rate: float
    numbers: int

    @property
    def tied(self) -> bool:
        """First, or within one standard error of it."""
        return self.above <= self.error


def error(above: Float[Tensor, "training row"]) -> float:
    """Standard error of the mean difference of two laws.

    Other rows would give another mean, and other trainings too: the
    variances of both means are added.
    """
    trainings, rows = above.shape
    variance = above.mean(0).var() / rows
    if trainings > 1:
        variance = variance + above.mean(1).var() / trainings
    return variance.sqrt().item()


def bulk(above: Float[Tensor, "training row"]) -> float:
    """The mean difference without the rows that differ most."""
    each = above.mean(0)
    order = each.abs().argsort()
    most = math.ceil(MOST * len(each))
    return each[order[: len(each) - most]].mean().item()


def ordered(fits: dict[Proposal, Fit]) -> tuple[Ranked, ...]:
    """Every law against the cheapest, row by row."""
    cost = {law: each.nats.mean().item() for law, each in fits.items()}
    first = fits[min(cost, key=cost.__getitem__)]
    found = []
    for law in sorted(cost, key=cost.__getitem__):
        each = fits[law]
        above = each.nats - first.nats
        single = each.alone.mean().item()
        said = above.mean().item(), error(above), bulk(above), single
        found.append(
            Ranked(law, cost[law], *said, each.rate, each.numbers)
        )
    return tuple(found)
