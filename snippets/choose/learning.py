"""The steps of a training, the same ones for every law."""

from collections.abc import Iterator

import torch
from jaxtyping import Float
from torch import Generator, Tensor
from torch.optim.lr_scheduler import OneCycleLR

from snippets.choose.budget import Budget
from snippets.choose.networks import Networks
from snippets.vae.dataset import seeded

Every = Float[Tensor, "every column"]


def steps(
    model: Networks, train: Every, budget: Budget
) -> Iterator[int]:
    """Adam whose steps grow, then shrink to nothing; counts them."""
    own = list(model.law.parameters())
    nets = (model.encoders, model.decoders)
    groups = [[p for net in nets for p in net.parameters()], own]
    rate = budget.learning_rate
    rates = [rate, rate * budget.faster][: 1 + bool(own)]
    adam = torch.optim.Adam(
        [{"params": group} for group in groups if group], fused=True
    )
    course = OneCycleLR(adam, rates, total_steps=budget.steps + 1)
    generator = seeded(budget.seed)
    for step in range(1, budget.steps + 1):
        one_step(model, adam, batch(model, train, budget, generator))
        course.step()
        yield step


def batch(
    model: Networks, train: Every, budget: Budget, generator: Generator
) -> tuple[Float[Tensor, "training row column"], Tensor]:
    """Rows and noise for each training; the same for every law."""
    size = model.copies, min(budget.batch, len(train))
    chosen = torch.randint(len(train), size, generator=generator)
    shape = *size, model.latents
    return train[chosen], torch.randn(shape, generator=generator)


@torch.enable_grad()
def one_step(
    model: Networks,
    adam: torch.optim.Optimizer,
    drawn: tuple[Float[Tensor, "training row column"], Tensor],
) -> None:
    """Down the slope of minus the ELBO, in every training."""
    cost = -model.terms(*drawn).elbo.mean(1).sum()
    adam.zero_grad()
    cost.backward()
    adam.step()
