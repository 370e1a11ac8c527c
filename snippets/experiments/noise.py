"""A Gaussian's noise that is learned: its start, its floor, its end."""

from dataclasses import dataclass
from math import expm1, log

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.experiments import Experiment
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import rate
from snippets.vae.evaluation import draws
from snippets.vae.families import (
    DiscretisedGaussian,
    LearnedGaussian,
    PixelGaussian,
)
from snippets.vae.families.gaussian import WIDEST, log_scale
from snippets.vae.likelihood import Likelihood
from snippets.vae.model import VAE
from snippets.vae.training import Run, one_epoch, untrained

LOOKED_AT = 500  # images of each part
AT_FLOOR = 2  # floors: a scale below that has come down to it


# --8<-- [start:started]
def started(scale: float, floor: float) -> LearnedGaussian:
    """One learned scale that begins at `scale`, above its floor."""
    law = LearnedGaussian(floor)
    raw = log(floor) + log(expm1(log(scale / floor)))  # ①
    with torch.no_grad():
        law.raw_scale.fill_(raw)
    return law


# --8<-- [end:started]
@dataclass(frozen=True)
class Noise(Run, Experiment):
    """A run that learns its scales, looked at after each epoch."""

    likelihood: str = "learned-gaussian"
    floor: float = 1e-3  # of every scale, in units of x
    start: float = WIDEST  # of a scale that is shared
    scale_rate: float = 1e-2  # learning rate of a scale that is shared

    def law(self) -> Likelihood:
        """The family, with this floor."""
        if self.likelihood == "learned-gaussian":
            return started(self.start, self.floor)
        if self.likelihood == "pixel-gaussian":
            return PixelGaussian(self.floor)
        return DiscretisedGaussian(load(self.data).levels, self.floor)

    # --8<-- [start:adam]
    def adam(self, model: VAE) -> torch.optim.Adam:
        """A learning rate for the weights, another for the scale."""
        rest = [model.encoder, model.decoder]
        weights = [p for part in rest for p in part.parameters()]
        scale = list(model.likelihood.parameters())
        groups = [
            {"params": weights, "lr": self.learning_rate},
            {"params": scale, "lr": self.scale_rate},
        ]
        return torch.optim.Adam(groups, fused=True)

    # --8<-- [end:adam]
    @torch.enable_grad()
    def run(self) -> dict[str, Tensor]:
        """[epoch] from before the first; of the test images the end."""
        model = untrained(self)
        model.likelihood = self.law()
        adam, generator = self.adam(model), seeded(self.seed)
        seen = [self.seen(model)]
        for _ in range(self.epochs):
            one_epoch(self, model, adam, generator)
            seen.append(self.seen(model))
        rows = {k: torch.stack([s[k] for s in seen]) for k in seen[0]}
        costs = look(self, model, "test")
        return rows | {f"test_{k}": v for k, v in costs.items()}

    def seen(self, model: VAE) -> dict[str, Tensor]:
        """After an epoch: the scale, and means over two parts."""
        found = {}
        if isinstance(model.likelihood, LearnedGaussian):
            found["scale"] = model.likelihood.variance.sqrt().detach()
        for part in ("train", "valid"):
            each = look(self, model, part)
            found |= {f"{part}_{k}": v.mean() for k, v in each.items()}
        return found


@torch.no_grad()
def look(
    run: Run, model: VAE, part: str
) -> dict[str, Float[Tensor, " image"]]:
    """Nats per image, squared error per pixel, pixels at the floor."""
    x = load(run.data).images(part, run.view)[:LOOKED_AT]
    posterior = model.posterior(x)
    decoded = model.decode(draws(posterior, 1, seeded(0))[0])
    costs = rate(posterior, model.prior())
    found = {
        "loss": costs - model.likelihood.log_prob(x, decoded),
        "rate": costs,
        "error": (x - model.likelihood.mean(decoded)).square().mean(-1),
    }
    if isinstance(model.likelihood, PixelGaussian):
        floor = model.likelihood.floor
        scales = log_scale(decoded[..., 1], floor).exp()
        found["narrow"] = (scales < AT_FLOOR * floor).float().sum(-1)
    return found
