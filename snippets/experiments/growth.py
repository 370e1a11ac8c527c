"""A run, and after each epoch what its code has come to."""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.experiments import Experiment
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import rate
from snippets.vae.model import VAE
from snippets.vae.training import Run, one_epoch, untrained


@torch.no_grad()
def look(
    model: VAE, x: Float[Tensor, "image pixel"]
) -> dict[str, Tensor]:
    """Rate; latents' variances; and those along the best turn."""
    posterior = model.posterior(x)
    covariance = torch.cov(posterior.loc.T.double())
    return {
        "rate": rate(posterior, model.prior()).mean(),
        "spread": covariance.diagonal(),
        "directions": torch.linalg.eigvalsh(covariance).flip(0),
    }


@dataclass(frozen=True)
class Growth(Run, Experiment):
    """The training of a run, watched on the test images."""

    @torch.enable_grad()
    def run(self) -> dict[str, Tensor]:
        """[epoch] or [epoch, latent] of all that `look` sees."""
        x = load(self.data).images("test", self.view)
        model, generator = untrained(self), seeded(self.seed)
        adam = torch.optim.Adam(
            model.parameters(), lr=self.learning_rate, fused=True
        )
        seen = [look(model, x)]  # before the first step
        for _ in range(self.epochs):
            one_epoch(self, model, adam, generator)
            seen.append(look(model, x))
        return {
            name: torch.stack([each[name] for each in seen])
            for name in seen[0]
        }
