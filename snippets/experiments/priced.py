"""A training in which the rate counts more, or less, than it costs."""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.experiments import Experiment, recorded
from snippets.vae.dataset import seeded
from snippets.vae.elbo import standard_noise, terms
from snippets.vae.model import VAE
from snippets.vae.training import Run, batches, untrained


@dataclass(frozen=True)
class Priced(Experiment):
    """The settings of a run, and the weight of its rate."""

    settings: Run
    beta: float

    @property
    def data(self) -> str:
        """That of its run."""
        return self.settings.data

    @property
    def work(self) -> int:
        """That of its run."""
        return self.settings.work

    @torch.enable_grad()
    def run(self) -> dict[str, Tensor]:
        """The weights of the network after training."""
        settings = self.settings
        model = untrained(settings)
        adam = torch.optim.Adam(
            model.parameters(), lr=settings.learning_rate, fused=True
        )
        generator = seeded(settings.seed)
        for _ in range(settings.epochs):
            for x in batches(settings, generator):
                noise = standard_noise(
                    len(x), settings.latents, generator
                )
                adam.zero_grad()
                priced(model, x, noise, self.beta).backward()
                adam.step()
        return model.state_dict()


# --8<-- [start:step]
def priced(
    model: VAE,
    x: Float[Tensor, "image pixel"],
    noise: Float[Tensor, "image latent"],
    beta: float,
) -> Float[Tensor, ""]:
    """The mean over images of distortion + beta * rate, in nats."""
    distortion, rate = terms(model, x, noise)  # ①
    return (distortion + beta * rate).mean()  # ②


# --8<-- [end:step]


def opened(training: Priced) -> VAE:
    """The trained network; it is trained first if it is missing."""
    model = untrained(training.settings)
    model.load_state_dict(recorded(training))
    return model.eval().requires_grad_(False)
