"""A run is its settings; the same run gives the same weights."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.vae import families
from snippets.vae.dataset import load, see, seeded
from snippets.vae.elbo import loss, standard_noise
from snippets.vae.model import VAE


class Diverged(ArithmeticError):
    """The loss of a run is no longer a finite number."""


# --8<-- [start:run]
@dataclass(frozen=True)
class Run:
    """All that decides a training; the question's values by default."""

    data: str = "mnist_5k"
    view: str = "grey"
    likelihood: str = "expected-bernoulli"
    variance: float | None = None  # read by "gaussian" alone
    hidden: tuple[int, ...] = (500, 500)
    latents: int = 20
    epochs: int = 75
    batch: int = 100
    learning_rate: float = 1e-3
    seed: int = 0

    # --8<-- [end:run]
    @property
    def work(self) -> int:
        """Multiplications of all steps, up to a factor: for the ETA."""
        data = load(self.data)
        ends = data.side**2 + self.latents
        inner = sum(a * b for a, b in pairwise(self.hidden))
        weights = 2 * (ends * self.hidden[0] + inner)
        return self.epochs * len(data.train.counts) * weights


@dataclass(frozen=True)
class Trained:
    """A model in evaluation mode, and its mean loss in each epoch."""

    model: VAE
    history: Float[Tensor, " epoch"]


def untrained(run: Run) -> VAE:
    """The network of `run` before its first step."""
    data = load(run.data)
    law = families.likelihood(
        run.likelihood, levels=data.levels, variance=run.variance
    )
    pixels = data.side**2
    return VAE(pixels, run.hidden, run.latents, law, run.seed)


# --8<-- [start:train]
def batches(
    run: Run, generator: torch.Generator
) -> Iterator[Float[Tensor, "image pixel"]]:
    """One epoch in a fresh order, from one tensor in memory."""
    data = load(run.data)
    counts = data.train.counts
    x = see(counts, data.levels, run.view, generator)
    order = torch.randperm(len(x), generator=generator)
    for chosen in order.split(run.batch):
        yield x[chosen]  # ①


@torch.enable_grad()
def train(run: Run) -> Trained:
    """Adam on minus the mean ELBO. Raises `Diverged`."""
    model = untrained(run)
    adam = torch.optim.Adam(
        model.parameters(), lr=run.learning_rate, fused=True
    )
    generator = seeded(run.seed)  # ②
    history = []
    for epoch in range(run.epochs):
        history.append(one_epoch(run, model, adam, generator))
        if not history[-1].isfinite():  # ③
            raise Diverged(
                f"loss {history[-1]} in epoch {epoch}: {run}"
            )
    return finished(model, torch.stack(history))


def one_epoch(
    run: Run,
    model: VAE,
    adam: torch.optim.Optimizer,
    generator: torch.Generator,
) -> Float[Tensor, ""]:
    """A step for each batch; gives the epoch's mean loss in nats."""
    total = torch.zeros(())
    images = 0
    for x in batches(run, generator):
        noise = standard_noise(len(x), run.latents, generator)
        cost = loss(model, x, noise)
        adam.zero_grad()
        cost.backward()
        adam.step()
        total += cost.detach() * len(x)  # ④
        images += len(x)
    return total / images


# --8<-- [end:train]
def finished(model: VAE, history: Float[Tensor, " epoch"]) -> Trained:
    """Nothing more is learned: no gradients, evaluation mode."""
    return Trained(model.eval().requires_grad_(False), history)
