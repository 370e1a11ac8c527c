"""One network, one budget, one rule of stopping, any likelihood."""

from dataclasses import dataclass, fields
from typing import ClassVar

from torch import Tensor

from snippets.experiments import Experiment, searching, together
from snippets.measures.law_scores import CODE, scores
from snippets.sweeps import SEEDS
from snippets.vae.dataset import load
from snippets.vae.families import FAMILIES
from snippets.vae.model import VAE
from snippets.vae.training import Run, untrained

RATES = (5e-3, 1e-3)  # the second goes on from the best of the first
FLOOR = 0.16  # of a count: the least scale of every bell


@dataclass(frozen=True)
class Ranked(Experiment):
    """Trainings that validation stops, scored as a law of counts."""

    built_on: ClassVar = (searching, together)

    likelihood: str
    variance: float | None = None
    seeds: tuple[int, ...] = SEEDS
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
    def settings(self) -> list[Run]:
        """What the machine needs to know of each seed."""
        counts = FAMILIES[self.likelihood].support == "counts"
        shared = vars(self).keys() & {f.name for f in fields(Run)}
        given = {name: getattr(self, name) for name in shared}
        given["view"] = "counts" if counts else "grey"
        return [Run(seed=seed, **given) for seed in self.seeds]

    @property
    def work(self) -> int:
        """It mostly stops early, and the scores come on top."""
        return sum(r.work for r in self.settings) * len(self.rates)

    def run(self) -> dict[str, Tensor]:
        """The course of each seed's training, then its scores."""
        found = {}
        for seed, each in zip(self.seeds, self.searched(), strict=True):
            model = each.model.eval().requires_grad_(False)
            scored = scores(model, load(self.data), self.codes)
            record = each.record() | scored
            found |= {f"{seed} {name}": x for name, x in record.items()}
        return found

    def searched(self) -> list[searching.Search]:
        """The seeds, each at its best weights."""
        runs = self.settings
        valid = load(self.data).images("valid", runs[0].view)
        models = [self.start(run) for run in runs]
        searches = [
            searching.Search(model, valid, self.patience)
            for model in models
        ]
        whole = together.Together(runs, models)
        for rate in self.rates:
            searching.search(whole, searches, rate, self.epochs)
        return searches

    def start(self, run: Run) -> VAE:
        """Nothing is trained yet."""
        model = untrained(run)
        if hasattr(model.likelihood, "floor"):
            model.likelihood.floor = FLOOR / load(self.data).levels
        return model
