"""The loss of the question, trained until it is no number."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from snippets.experiments import Experiment
from snippets.vae.dataset import seeded
from snippets.vae.elbo import rate, reparametrise, standard_noise
from snippets.vae.model import VAE
from snippets.vae.training import Run, batches, untrained


# --8<-- [start:forms]
def question(
    x: Float[Tensor, "*pixel"], logits: Float[Tensor, "*pixel"]
) -> Float[Tensor, "*pixel"]:
    """Nats of each pixel, as the code of the question has them."""
    m = logits.sigmoid()
    ink = x * torch.log(1e-10 + m)
    paper = (1 - x) * torch.log(1e-10 + 1 - m)  # ①
    return -(ink + paper)


def from_logits(
    x: Float[Tensor, "*pixel"], logits: Float[Tensor, "*pixel"]
) -> Float[Tensor, "*pixel"]:
    """The same nats, with no probability on the way."""
    return binary_cross_entropy_with_logits(logits, x, reduction="none")


# --8<-- [end:forms]
FORMS = {"question": question, "logits": from_logits}
ACTS = math.log(1e-10)  # the logit below which m is less than 1e-10


class Step(NamedTuple):
    """One batch before its update; nats are per pixel."""

    x: Float[Tensor, "image pixel"]
    logits: Float[Tensor, "image pixel"]
    nats: Float[Tensor, "image pixel"]
    rate: Float[Tensor, " image"]
    variance: Float[Tensor, "image latent"]

    @property
    def loss(self) -> Float[Tensor, ""]:
        """Minus the mean ELBO, in nats per image."""
        return (self.nats.sum(-1) + self.rate).mean()


@dataclass(frozen=True)
class Saturation(Run, Experiment):
    """A run with a form of its pixel term; ends where it fails."""

    form: str = "question"

    def forward(
        self,
        model: VAE,
        x: Float[Tensor, "image pixel"],
        generator: torch.Generator,
    ) -> Step:
        """A batch through the network, with the noise of the run."""
        posterior = model.posterior(x)
        noise = standard_noise(len(x), model.latents, generator)
        decoded = model.decode(reparametrise(posterior, noise))
        logits = decoded.squeeze(-1)
        nats = FORMS[self.form](x, logits)
        cost = rate(posterior, model.prior())
        return Step(x, logits, nats, cost, posterior.scale.square())

    def steps(self) -> Iterator[Step]:
        """Batch after batch; the last loss may be no number."""
        model, generator = untrained(self), seeded(self.seed)
        adam = torch.optim.Adam(
            model.parameters(), lr=self.learning_rate, fused=True
        )
        for _ in range(self.epochs):
            for x in batches(self, generator):
                step = self.forward(model, x, generator)
                yield step
                if not step.loss.isfinite():
                    return
                adam.zero_grad()
                step.loss.backward()
                adam.step()

    @torch.enable_grad()
    def run(self) -> dict[str, Tensor]:
        """[step] of all that `look` sees."""
        seen = [look(step) for step in self.steps()]
        return {k: torch.stack([s[k] for s in seen]) for k in seen[0]}


@torch.no_grad()
def look(step: Step) -> dict[str, Tensor]:
    """Nats per image, extremes, pixels by kind."""
    nats, logits = step.nats, step.logits
    extra = nats.double() - from_logits(step.x, logits)
    sound = nats.where(nats.isfinite(), 0.0)
    return {
        "loss": step.loss,
        "rate": step.rate.mean(),
        "sound": sound.sum(-1).mean(),  # of the finite pixels alone
        "extra": extra.sum(-1).mean(),
        "highest": logits.max(),
        "narrowest": step.variance.min(),
        "below": (logits < ACTS).sum(),
        "inf": nats.isinf().sum(),
        "nan": nats.isnan().sum(),
    }
