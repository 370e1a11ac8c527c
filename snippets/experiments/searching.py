"""Epochs until the held-out images stop getting better."""

import math
import time
from copy import deepcopy

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.experiments.together import Together
from snippets.vae.evaluation import evaluate
from snippets.vae.model import VAE
from snippets.vae.training import Diverged

VALIDATED = 2  # codes for each validation image, always the same ones
FASTER = 10  # steps of a law's own numbers, against the weights'


# --8<-- [start:search]
class Search:
    """A seed's weights with the best validation loss, and its way."""

    def __init__(
        self,
        model: VAE,
        valid: Float[Tensor, "image pixel"],
        patience: int,
    ) -> None:
        """`patience` is how many epochs without a new best are run."""
        self.model, self.valid, self.patience = model, valid, patience
        self.best, self.chosen, self.waited = math.inf, 0, 0
        self.state = deepcopy(model.state_dict())
        self.history: list[tuple[float, float]] = []
        self.seconds = 0.0

    @property
    def stopped(self) -> bool:
        """Its patience is at its end."""
        return self.waited == self.patience

    def validate(self, cost: float, seconds: float) -> None:
        """After an epoch of that loss: has it never been better?"""
        if self.stopped:
            return  # other seeds go on
        scored = evaluate(self.model.eval(), self.valid, VALIDATED)
        loss = -scored.elbo.mean().item()  # ①
        self.history.append((cost, loss))
        if not math.isfinite(cost + loss):
            raise Diverged(f"losses of {cost} and {loss} nats")
        self.seconds += seconds
        self.waited += 1
        if loss < self.best:
            self.best, self.waited = loss, 0
            self.chosen = len(self.history)
            self.state = deepcopy(self.model.state_dict())

    def back(self) -> None:
        """To the best weights, with new patience."""
        self.model.load_state_dict(self.state)
        self.waited = 0

    # --8<-- [end:search]
    def record(self) -> dict[str, Tensor]:
        """[epoch] losses; `chosen` counts epochs from 1."""
        train, valid = torch.tensor(self.history).unbind(1)
        seconds = torch.tensor(self.seconds / len(self.history))
        chosen = torch.tensor(self.chosen)
        found = {"train": train, "valid": valid}
        return found | {"chosen": chosen, "seconds": seconds}


# --8<-- [start:rate]
def search(
    whole: Together, searches: list[Search], rate: float, epochs: int
) -> None:
    """At one learning rate, until nobody's patience is left."""
    adam = optimiser(whole.model, rate)
    for _ in range(epochs):
        start = time.process_time()
        costs = whole.epoch(adam).tolist()
        each = (time.process_time() - start) / len(costs)
        for one, cost in zip(searches, costs, strict=True):
            one.validate(cost, each)
        if all(one.stopped for one in searches):
            break
    for one in searches:
        one.back()  # ②


# --8<-- [end:rate]
def optimiser(model: VAE, rate: float) -> torch.optim.Adam:
    """A law's own numbers take longer steps than the weights."""
    own = list(model.likelihood.parameters())
    networks = (model.encoder, model.decoder)
    weights = [w for each in networks for w in each.parameters()]
    groups = [
        {"params": weights, "lr": rate},
        {"params": own, "lr": FASTER * rate},
    ]
    return torch.optim.Adam(groups, fused=True)
