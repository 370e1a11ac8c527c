"""One network, one budget, one rule of stopping, any likelihood."""

import math
import time
from copy import deepcopy
from dataclasses import dataclass, fields

import torch
from torch import Tensor

from snippets.experiments import Experiment
from snippets.measures.law_scores import CODE, scores
from snippets.vae.dataset import load, seeded
from snippets.vae.evaluation import evaluate
from snippets.vae.families import FAMILIES
from snippets.vae.training import Diverged, Run, one_epoch, untrained

RATES = (5e-3, 1e-3)  # the second goes on from the best of the first
VALIDATED = 2  # codes for each validation image, always the same ones
FLOOR = 0.16  # of a count: the least scale of every bell
FASTER = 10  # steps of a law's own numbers, against the weights'


@dataclass(frozen=True)
class Ranked(Experiment):
    """A training that validation stops, scored as a law of counts."""

    likelihood: str
    variance: float | None = None
    seed: int = 0
    data: str = "digits"
    hidden: tuple[int, ...] = (200,)
    latents: int = 16
    batch: int = 100
    rates: tuple[float, ...] = RATES
    patience: int = 5  # epochs without a new best, at each rate
    epochs: int = 300  # at most, at each rate
    codes: int = 500  # of the importance-weighted bound
    code: str = CODE  # other readings, another record

    @property
    def settings(self) -> Run:
        """What the machine needs to know of it."""
        counts = FAMILIES[self.likelihood].support == "counts"
        shared = vars(self).keys() & {f.name for f in fields(Run)}
        given = {name: getattr(self, name) for name in shared}
        return Run(view="counts" if counts else "grey", **given)

    @property
    def work(self) -> int:
        """It mostly stops early, and the scores come on top."""
        return self.settings.work * len(self.rates)

    def run(self) -> dict[str, Tensor]:
        """The course of the training, then the scores."""
        search = Search(self)
        for rate in self.rates:
            search.at(rate)
        model = search.model.eval().requires_grad_(False)
        scored = scores(model, load(self.data), self.codes)
        return search.record() | scored


# --8<-- [start:search]
class Search:
    """The weights with the best validation loss, and the way there."""

    def __init__(self, plan: Ranked) -> None:
        """Nothing is trained yet."""
        self.plan, self.run = plan, plan.settings
        self.model = untrained(self.run)
        self.generator = seeded(plan.seed)
        data = load(plan.data)
        if hasattr(self.model.likelihood, "floor"):
            self.model.likelihood.floor = FLOOR / data.levels
        self.valid = data.images("valid", self.run.view)
        self.best, self.chosen = math.inf, 0
        self.state = deepcopy(self.model.state_dict())
        self.history: list[tuple[float, float]] = []
        self.seconds = 0.0

    def at(self, learning_rate: float) -> None:
        """Epochs at one rate until `patience` runs out."""
        own = list(self.model.likelihood.parameters())
        networks = [self.model.encoder, self.model.decoder]
        weights = [w for each in networks for w in each.parameters()]
        groups = [
            {"params": weights, "lr": learning_rate},
            {"params": own, "lr": FASTER * learning_rate},
        ]
        adam = torch.optim.Adam(groups, fused=True)
        waited = 0
        for _ in range(self.plan.epochs):
            waited = 0 if self.epoch(adam) else waited + 1
            if waited == self.plan.patience:
                break
        self.model.load_state_dict(self.state)  # ①

    def epoch(self, adam: torch.optim.Optimizer) -> bool:
        """One epoch; whether validation has never been better."""
        start = time.process_time()
        with torch.enable_grad():
            cost = one_epoch(
                self.run, self.model.train(), adam, self.generator
            ).item()
        self.seconds += time.process_time() - start
        scored = evaluate(self.model.eval(), self.valid, VALIDATED)
        loss = -scored.elbo.mean().item()  # ②
        self.history.append((cost, loss))
        if not math.isfinite(cost + loss):
            raise Diverged(f"{cost} and {loss} in {self.plan}")
        if loss >= self.best:
            return False
        self.best, self.chosen = loss, len(self.history)
        self.state = deepcopy(self.model.state_dict())
        return True

    # --8<-- [end:search]
    def record(self) -> dict[str, Tensor]:
        """[epoch] losses; `chosen` counts epochs from 1."""
        train, valid = torch.tensor(self.history).unbind(1)
        seconds = torch.tensor(self.seconds / len(self.history))
        chosen = torch.tensor(self.chosen)
        found = {"train": train, "valid": valid}
        return found | {"chosen": chosen, "seconds": seconds}
