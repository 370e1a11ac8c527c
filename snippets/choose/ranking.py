"""Laws in the order of what held-out rows cost, with their doubt."""

from dataclasses import dataclass

import torch

from snippets.choose.budget import Budget, split
from snippets.choose.fitting import Tick, fit
from snippets.choose.looking import Part, Seen
from snippets.choose.proposing import made, propose
from snippets.choose.standing import Ranked, ordered
from snippets.choose.table import Refused
from snippets.vae.training import Diverged


@dataclass(frozen=True)
class Ranking:
    """The laws of one part, the cheapest first."""

    part: Part
    laws: tuple[Ranked, ...]
    out: dict[str, str]  # what was left out, and why
    rows: int  # that were compared
    used: int  # for this, and for training and stopping

    @property
    def choice(self) -> Ranked:
        """Of those that tie with the first the one proposed first.

        Proposals begin with the simplest.
        """
        order = propose(self.part)[0]
        tied = [each for each in self.laws if each.tied]
        return min(tied, key=lambda each: order.index(each.law))


def rank(
    part: Part, budget: Budget, tick: Tick = lambda steps: None
) -> Ranking:
    """Train every law that fits. Refused where none can be trained."""
    laws, out = propose(part)
    x = torch.from_numpy(part.values).float()
    rows, fits = split(x, budget), {}
    for law in laws:
        own = made(law, rows.train, part.space.levels)
        try:
            fits[law] = fit(own, part.space.name, rows, budget, tick)
        except (Diverged, ValueError) as failure:
            out[law.name] = f"training failed: {failure}"
    if not fits:
        raise Refused(
            "no law could be trained on it: look for values that lie"
            " far out"
        )
    used = sum(map(len, (rows.train, rows.valid, rows.test)))
    return Ranking(part, ordered(fits), out, len(rows.test), used)


def work(seen: Seen, budget: Budget) -> int:
    """Steps of all trainings, for the progress bar."""
    laws = sum(len(propose(part)[0]) for part in seen.parts)
    return laws * budget.steps


def rank_all(
    seen: Seen, budget: Budget, tick: Tick = lambda steps: None
) -> list[Ranking]:
    """Every part by itself: its sample space is its own."""
    return [rank(part, budget, tick) for part in seen.parts]
