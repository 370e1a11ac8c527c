"""Seeds of one training side by side, as one larger network.

Small layers cost more in calls than in arithmetic. Each seed keeps
its own start, order, noise and loss, so none can tell.
"""

from collections.abc import Sequence
from copy import deepcopy

import torch
from jaxtyping import Float
from torch import Tensor, nn

from snippets.vae.dataset import seeded
from snippets.vae.elbo import Terms, rate, reparametrise, standard_noise
from snippets.vae.families import LearnedGaussian, OptimalGaussian
from snippets.vae.likelihood import Likelihood
from snippets.vae.model import VAE
from snippets.vae.training import Run, batches

# Numbers of their own, or of a batch.
LEARNING = (LearnedGaussian, OptimalGaussian)


class Layers(nn.Module):
    """One linear layer for each seed; the given ones become views."""

    def __init__(self, layers: Sequence[nn.Linear]) -> None:
        """All of one size."""
        super().__init__()
        weights = torch.stack([each.weight for each in layers])
        biases = torch.stack([each.bias for each in layers])
        self.weight = nn.Parameter(weights.detach())
        self.bias = nn.Parameter(biases.detach())
        for seed, each in enumerate(layers):
            each.weight.data = self.weight.data[seed]
            each.bias.data = self.bias.data[seed]

    def forward(
        self, x: Float[Tensor, "seed image input"]
    ) -> Float[Tensor, "seed image output"]:
        """Each seed's images through its own layer."""
        weight = self.weight.transpose(1, 2)
        return torch.baddbmm(self.bias.unsqueeze(1), x, weight)


class Laws(nn.Module):
    """Likelihoods that learn numbers of their own, one for a seed."""

    def __init__(self, laws: Sequence[Likelihood]) -> None:
        """Shared with the models that they come from."""
        super().__init__()
        self.laws = nn.ModuleList(laws)

    def log_prob(
        self,
        x: Float[Tensor, "seed image pixel"],
        decoded: Float[Tensor, "seed image pixel parameter"],
    ) -> Float[Tensor, "seed image"]:
        """Nats per image, seed by seed."""
        each = zip(self.laws, x, decoded, strict=True)
        return torch.stack([law.log_prob(*row) for law, *row in each])


def of_all(models: Sequence[VAE]) -> VAE:
    """A network that moves all of them; they stay usable."""
    whole = deepcopy(models[0])
    for name in ("encoder", "decoder"):
        rows = zip(*(getattr(m, name) for m in models), strict=True)
        parts = [
            Layers(row) if isinstance(row[0], nn.Linear) else row[0]
            for row in rows
        ]
        setattr(whole, name, nn.Sequential(*parts))
    if isinstance(whole.likelihood, LEARNING):
        whole.likelihood = Laws([m.likelihood for m in models])
    return whole


class Together:
    """Models of several seeds, and a training step for all."""

    def __init__(self, runs: Sequence[Run], models: Sequence[VAE]):
        """The same settings, but for the seed."""
        self.runs, self.model = runs, of_all(models)
        self.generators = [seeded(run.seed) for run in runs]

    def epoch(
        self, adam: torch.optim.Optimizer
    ) -> Float[Tensor, " seed"]:
        """A step for each batch; each seed's mean loss in nats."""
        self.model.train()
        pairs = zip(self.runs, self.generators, strict=True)
        total, images = torch.zeros(len(self.runs)), 0
        for x in zip(*(batches(*pair) for pair in pairs), strict=True):
            costs = self.costs(torch.stack(x))
            adam.zero_grad()
            costs.sum().backward()
            adam.step()
            total += costs.detach() * len(x[0])
            images += len(x[0])
        return total / images

    def costs(
        self, x: Float[Tensor, "seed image pixel"]
    ) -> Float[Tensor, " seed"]:
        """Minus the mean ELBO of each seed's batch, in nats."""
        model, (_, images, _) = self.model, x.shape
        posterior = model.posterior(x)
        noise = [
            standard_noise(images, model.latents, each)
            for each in self.generators
        ]
        z = reparametrise(posterior, torch.stack(noise))
        distortion = -model.likelihood.log_prob(x, model.decode(z))
        both = Terms(distortion, rate(posterior, model.prior()))
        return -both.elbo.mean(-1)
