"""Slips at the two sums of the loss, and what they train."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.experiments import Experiment
from snippets.vae.dataset import seeded
from snippets.vae.elbo import standard_noise, terms
from snippets.vae.training import Run, batches, untrained

Costs = Float[Tensor, " image"]
Slipped = Callable[[Costs, Costs, int, int], Float[Tensor, ""]]


# --8<-- [start:slips]
# Of the distortions d and rates r of a batch.
SLIPS: dict[str, Slipped] = {
    "none": lambda d, r, _, __: (d + r).mean(),
    "batch": lambda d, r, _, __: (d + r).sum(),
    "half": lambda d, r, _, __: (d + 2 * r).mean(),
    "latents": lambda d, r, _, latents: (d + r / latents).mean(),
    "both": lambda d, r, pixels, latents: (
        d / pixels + r / latents
    ).mean(),
    "pixels": lambda d, r, pixels, _: (d / pixels + r).mean(),
    "default": lambda d, r, pixels, _: (d / pixels).mean() + r.sum(),
    "sign": lambda d, r, _, __: (d - r).mean(),
}


# --8<-- [end:slips]
def weight(name: str, pixels: int, latents: int, batch: int) -> float:
    """How much the rate counts against one distortion."""
    weights = {
        "none": 1,
        "batch": 1,
        "half": 2,
        "latents": 1 / latents,
        "both": pixels / latents,
        "pixels": pixels,
        "default": pixels * batch,
        "sign": -1,
    }
    return float(weights[name])


@dataclass(frozen=True)
class Slip(Experiment):
    """A training with one slip, stopped where the loss is no number."""

    name: str
    epochs: int = 30
    hidden: tuple[int, ...] = (64,)
    latents: int = 8
    learning_rate: float = 3e-3  # 30 epochs show what is left
    seed: int = 0
    data: str = "digits"

    @property
    def settings(self) -> Run:
        """Pixels cut to 0 or 1; the rest by default."""
        given = dict(vars(self))
        del given["name"]
        law = {"view": "threshold", "likelihood": "bernoulli"}
        return Run(**given, **law)

    @property
    def work(self) -> int:
        """That of its run."""
        return self.settings.work

    @torch.enable_grad()
    def run(self) -> dict[str, Tensor]:
        """Mean distortion and rate before each step, nats per image."""
        settings = self.settings
        model = untrained(settings)
        adam = torch.optim.Adam(
            model.parameters(), lr=settings.learning_rate, fused=True
        )
        generator = seeded(self.seed)
        seen: list[Tensor] = []
        for _ in range(self.epochs):
            for x in batches(settings, generator):
                noise = standard_noise(len(x), self.latents, generator)
                both = terms(model, x, noise)
                value = SLIPS[self.name](
                    *both, x.shape[1], self.latents
                )
                if not value.isfinite():
                    return by_name(seen)
                adam.zero_grad()
                value.backward()
                adam.step()
                seen.append(torch.stack([part.mean() for part in both]))
        return by_name(seen)


def by_name(seen: list[Float[Tensor, "2"]]) -> dict[str, Tensor]:
    """One row of numbers for each term."""
    distortion, rate = torch.stack(seen).detach().unbind(1)
    return {"distortion": distortion, "rate": rate}
