"""Trainings in which another link leads from output to mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import pi

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.experiments import Experiment
from snippets.frontier import squared_error
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import loss, rate, standard_noise
from snippets.vae.evaluation import reconstructions
from snippets.vae.families import ExpectedBernoulli, Gaussian
from snippets.vae.model import VAE
from snippets.vae.training import Run, batches, untrained

EVERY = 5  # steps between two looks
DESCENTS = {"adam": torch.optim.Adam, "sgd": torch.optim.SGD}


# --8<-- [start:laws]
class StraightGaussian(Gaussian):
    """A bell around the output itself, with no sigmoid."""

    def mean(self, decoded: Tensor) -> Tensor:
        """Any real number."""
        return decoded.squeeze(-1)  # ①


class ArctanBernoulli(ExpectedBernoulli):
    """A coin whose chance is an angle: m = 1/2 + arctan(output)/pi."""

    def pixel_log_prob(self, x: Tensor, decoded: Tensor) -> Tensor:
        """x log m + (1 - x) log(1 - m)."""
        ink, paper = self.mean(decoded), angle(decoded.squeeze(-1))
        return x * ink.log() + (1 - x) * paper.log()

    def mean(self, decoded: Tensor) -> Tensor:
        """The probability of ink."""
        return angle(-decoded.squeeze(-1))


def angle(output: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """1 - m, with all its digits where m is nearly 1."""
    return torch.atan2(torch.ones_like(output), output) / pi  # ②


# --8<-- [end:laws]
OUTPUTS = {  # where the mean has this logit
    "sigmoid": lambda logit: logit,
    "linear": torch.sigmoid,
    "arctan": lambda logit: (pi * (logit.sigmoid() - 0.5)).tan(),
}


@dataclass(frozen=True)
class Linked(Run, Experiment):
    """A run with a link, a way of descending and a first mean."""

    link: str = "sigmoid"
    descent: str = "adam"
    start: float = 0.0  # the logit of every pixel's first mean

    def begun(self) -> VAE:
        """The network before its first step."""
        model = untrained(self)
        if self.link == "linear":
            model.likelihood = StraightGaussian(self.variance)
        if self.link == "arctan":
            model.likelihood = ArctanBernoulli()
        logit = torch.tensor(self.start, dtype=torch.float64)
        with torch.no_grad():
            model.decoder[-1].bias.fill_(OUTPUTS[self.link](logit))
        return model

    def steps(self) -> Iterator[VAE]:
        """The network before the first step, and after each."""
        model, generator = self.begun(), seeded(self.seed)
        descent = DESCENTS[self.descent](
            model.parameters(), lr=self.learning_rate, fused=True
        )
        yield model
        for _ in range(self.epochs):
            for x in batches(self, generator):
                noise = standard_noise(len(x), self.latents, generator)
                descent.zero_grad()
                loss(model, x, noise).backward()
                descent.step()
                yield model

    @torch.enable_grad()
    def run(self) -> dict[str, Tensor]:
        """[look] of what `look` sees; the rate and error of the end."""
        seen = []
        for step, model in enumerate(self.steps()):
            if step % EVERY == 0:
                seen.append(look(self, model))
        rows = {k: torch.stack([s[k] for s in seen]) for k in seen[0]}
        x = load(self.data).images("test", self.view)
        cost = rate(model.posterior(x), model.prior()).mean().detach()
        drawn = torch.tensor(squared_error(model, x))
        return rows | {"rate": cost, "drawn": drawn}


@torch.no_grad()
def look(run: Run, model: VAE) -> dict[str, Tensor]:
    """Test images: squared error per pixel, haze, means beyond 0, 1."""
    data = load(run.data)
    x = data.images("test", run.view)
    m = reconstructions(model, x)
    blank = data.train.counts.amax(0) == 0  # never had ink
    return {
        "error": (x - m).square().mean(),
        "haze": m[:, blank].abs().mean(),
        "outside": ((m < 0) | (m > 1)).float().mean(),
        "furthest": (m - m.clamp(0, 1)).abs().max(),
    }
