"""Three decoders learn read counts whose true law is known."""

import hashlib
import math
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch
from jaxtyping import Float
from torch import Tensor
from torch.optim.lr_scheduler import OneCycleLR

from snippets.experiments import Experiment
from snippets.measures import cells, reads, simulated
from snippets.measures.cells import CellVAE, scores
from snippets.measures.reads import LAWS
from snippets.vae.dataset import seeded
from snippets.vae.elbo import loss, standard_noise
from snippets.vae.evaluation import evaluate
from snippets.weights import bare

OWN = (cells, reads, simulated)
LINES = [bare(Path(module.__file__).read_text()) for module in OWN]
CODE = hashlib.sha256("".join(LINES).encode()).hexdigest()[:8]
FASTER = 10  # steps of a law's own numbers, against the weights'
LOOK = 4  # epochs from one validation to the next

Cells = Float[Tensor, "cell column"]


@dataclass(frozen=True)
class Counts(Experiment):
    """One simulation, and all decoders on the same cells."""

    dispersion: float = 2.0  # r of the truth; inf: a Poisson
    seed: int = 0
    genes: int = 60
    cells: tuple[int, int, int] = (1000, 300, 300)
    hidden: tuple[int, ...] = (64,)
    latents: int = 4
    epochs: int = 72
    batch: int = 200
    learning_rate: float = 1e-2  # at its highest
    codes: int = 100
    data: str = "digits"  # never read: a record is named by some data
    code: str = CODE  # other laws, another record

    @property
    def work(self) -> int:
        """Laws with gammas and logarithms cost more than the rest."""
        weights = 2 * (self.genes + self.latents) * self.hidden[0]
        return 10 * len(LAWS) * self.epochs * self.cells[0] * weights

    def run(self) -> dict[str, Tensor]:
        """Nats of each test cell under the truth and each law."""
        generator = seeded(self.seed)
        known = simulated.truth(self.genes, self.dispersion, generator)
        train, valid, test = (
            simulated.simulate(known, count, generator)
            for count in self.cells
        )
        exact = simulated.log_evidence(known, *test)
        found = {
            "truth": -exact,
            "told": known.log_prob(*test) - exact,
            "reads": test[0][:, :-1],
        }
        for name in LAWS:
            model = self.trained(name, train[0], valid[0])
            seen = scores(model, test[0], self.codes)
            found |= {f"{name}_{k}": v for k, v in seen.items()}
        return found

    def trained(
        self, name: str, train: Cells, valid: Tensor
    ) -> CellVAE:
        """The weights with the best validation loss."""
        law = LAWS[name](self.genes)
        sizes = self.genes, self.hidden, self.latents
        learner = Learner(self, CellVAE(*sizes, law, self.seed))
        model, best, state = learner.model, math.inf, {}
        for epoch in range(1, self.epochs + 1):
            learner.epoch(train)
            if epoch % LOOK == 0:
                value = -evaluate(model, valid, 2).elbo.mean().item()
                if value < best:
                    best, state = value, deepcopy(model.state_dict())
        model.load_state_dict(state)
        return model.requires_grad_(False)


class Learner:
    """Adam whose steps grow, then shrink to nothing."""

    def __init__(self, plan: Counts, model: CellVAE) -> None:
        """Everything starts from the seed of the plan."""
        self.plan, self.model = plan, model
        self.generator = seeded(plan.seed)
        parts = (model.encoder, model.decoder)
        weights = [p for part in parts for p in part.parameters()]
        own = list(model.likelihood.parameters())
        groups = [{"params": weights}, {"params": own}]
        self.adam = torch.optim.Adam(groups, fused=True)
        rates = [plan.learning_rate, FASTER * plan.learning_rate]
        steps = plan.epochs * math.ceil(plan.cells[0] / plan.batch)
        self.course = OneCycleLR(self.adam, rates, total_steps=steps)

    @torch.enable_grad()
    def epoch(self, train: Cells) -> None:
        """All cells in a fresh order."""
        order = torch.randperm(len(train), generator=self.generator)
        for chosen in order.split(self.plan.batch):
            size = len(chosen), self.plan.latents
            noise = standard_noise(*size, self.generator)
            cost = loss(self.model, train[chosen], noise)
            self.adam.zero_grad()
            cost.backward()
            self.adam.step()
            self.course.step()
