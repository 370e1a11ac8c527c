"""A duel: the loss of the question and ours, side by side."""

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.experiments import Experiment
from snippets.measures import question
from snippets.measures.question import cost
from snippets.vae.dataset import seeded
from snippets.vae.elbo import loss, standard_noise
from snippets.vae.model import VAE
from snippets.vae.training import Run, batches, untrained
from snippets.weights import bare

LINES = bare(Path(question.__file__).read_text())
CODE = hashlib.sha256(LINES.encode()).hexdigest()[:8]
SIDES = {
    "question_32": (cost, torch.float32),
    "question_64": (cost, torch.float64),
    "bare_64": (partial(cost, guard=0.0), torch.float64),
    "elbo_32": (loss, torch.float32),
    "elbo_64": (loss, torch.float64),
}
AGAINST = {
    "question_32": "elbo_32",
    "question_64": "elbo_64",
    "bare_64": "elbo_64",
}


def flat(model: VAE) -> Float[Tensor, " weight"]:
    """All weights in one row, in double precision."""
    rows = [p.detach().flatten() for p in model.parameters()]
    return torch.cat(rows).double()


def distance(one: VAE, other: VAE) -> Float[Tensor, ""]:
    """Between their weights, relative to the second's."""
    return (flat(one) - flat(other)).norm() / flat(other).norm()


class Side:
    """One of the networks: its loss, its precision, its optimiser."""

    def __init__(self, name: str, run: Run) -> None:
        """Weights are drawn in float32, then taken to double."""
        self.form, self.kind = SIDES[name]
        self.model = untrained(run).to(self.kind)
        self.adam = torch.optim.Adam(
            self.model.parameters(), lr=run.learning_rate, fused=True
        )
        self.losses: list[Tensor] = []

    def step(self, x: Tensor, noise: Tensor) -> None:
        """One step of Adam; the loss before it is kept."""
        given = x.to(self.kind), noise.to(self.kind)
        value = self.form(self.model, *given)
        self.adam.zero_grad()
        value.backward()
        self.adam.step()
        self.losses.append(value.detach().double())


@dataclass(frozen=True)
class Duel(Experiment):
    """Losses that train side by side on the same draws."""

    view: str
    likelihood: str
    epochs: int = 20
    hidden: tuple[int, ...] = (64,)
    latents: int = 8
    seed: int = 0
    data: str = "digits"
    code: str = CODE  # other lines, another record

    @property
    def settings(self) -> Run:
        """What every side has in common."""
        given = dict(vars(self))
        del given["code"]  # a Run does not have it
        return Run(**given)

    @property
    def work(self) -> int:
        """Each side costs about two trainings: the steps are small."""
        return 2 * len(SIDES) * self.settings.work

    @torch.enable_grad()
    def run(self) -> dict[str, Tensor]:
        """By side the loss of each step, by pair how far apart."""
        generator = seeded(self.seed)
        sides = {name: Side(name, self.settings) for name in SIDES}
        apart = {name: [] for name in AGAINST}
        for _ in range(self.epochs):
            for x in batches(self.settings, generator):
                noise = standard_noise(len(x), self.latents, generator)
                for side in sides.values():
                    side.step(x, noise)
            for name, row in apart.items():
                other = sides[AGAINST[name]]
                row.append(distance(sides[name].model, other.model))
        found = {f"{n}_apart": row for n, row in apart.items()}
        found |= {n: side.losses for n, side in sides.items()}
        return {n: torch.stack(row) for n, row in found.items()}
