"""The network of this site, some copies of it side by side.

How good a law looks depends on where its training began. One product
of matrices trains all copies, so that this can be measured for the
price of one training.
"""

from itertools import pairwise

import torch
from jaxtyping import Float
from torch import Generator, Tensor, nn
from torch.distributions import Normal
from torch.nn.functional import softplus

from snippets.choose.budget import Budget
from snippets.choose.start import SMALL, Lens, Start
from snippets.vae.dataset import seeded
from snippets.vae.elbo import Terms, rate, reparametrise

Latents = Float[Tensor, "*sample training row latent"]


class Perceptrons(nn.Module):
    """Linear layers with softplus between them, for each training."""

    def __init__(
        self, copies: int, sizes: tuple[int, ...], generator: Generator
    ) -> None:
        """Glorot-uniform weights, zero biases."""
        super().__init__()
        self.weights, self.biases = (
            nn.ParameterList(),
            nn.ParameterList(),
        )
        for inputs, outputs in pairwise(sizes):
            bound = (6 / (inputs + outputs)) ** 0.5
            shape = copies, inputs, outputs
            drawn = 2 * torch.rand(shape, generator=generator) - 1
            self.weights.append(nn.Parameter(bound * drawn))
            zeros = torch.zeros(copies, 1, outputs)
            self.biases.append(nn.Parameter(zeros))

    def forward(
        self, x: Float[Tensor, "*sample inputs"]
    ) -> Float[Tensor, "*sampled outputs"]:
        """[..., training, row, inputs] to [..., outputs]."""
        for place, weight in enumerate(self.weights):
            x = (softplus(x) if place else x) @ weight
            x = x + self.biases[place]
        return x


class Networks(nn.Module):
    """Encoders, decoders, and the numbers of a law of their own."""

    def __init__(
        self,
        lens: Lens,
        law: nn.Module,
        budget: Budget,
        start: Start,
    ) -> None:
        """They all begin near the start, for any code."""
        super().__init__()
        _, columns, each = start.decoded.shape
        self.shape, self.lens = (columns, each), lens
        copies = self.copies = budget.trainings
        self.latents = budget.latents
        generator = seeded(budget.seed)
        inwards = columns, *budget.encoder, 2 * self.latents
        outwards = self.latents, *budget.decoder, columns * each
        self.encoders = Perceptrons(copies, inwards, generator)
        self.decoders = Perceptrons(copies, outwards, generator)
        self.law = copied(law, copies)
        self.register_buffer("first", start.decoded)
        self.register_buffer("unit", start.unit)
        with torch.no_grad():
            self.decoders.weights[-1].mul_(SMALL)

    def posterior(
        self, x: Float[Tensor, "*training row column"]
    ) -> Normal:
        """q(z|x): independent Gaussians, their log variance encoded."""
        seen = self.lens(x).expand(self.copies, -1, -1)
        loc, log_variance = self.encoders(seen).chunk(2, dim=-1)
        return Normal(loc, (log_variance / 2).exp(), False)

    def decode(
        self, z: Latents
    ) -> Float[Tensor, "*sample training row column parameter"]:
        """What the law needs to know of each value."""
        moved = self.decoders(z).unflatten(-1, self.shape)
        return self.first + self.unit * moved

    def prior(self) -> Normal:
        """p(z): a standard Gaussian in every direction."""
        zeros = torch.zeros(self.latents)
        return Normal(zeros, torch.ones_like(zeros), False)

    def terms(
        self, x: Float[Tensor, "*training row column"], noise: Latents
    ) -> Terms:
        """Distortion at sampled z and rate, as the law was trained."""
        posterior = self.posterior(x)
        decoded = self.decode(reparametrise(posterior, noise))
        log_likelihood = self.law.log_prob(x, decoded)
        return Terms(-log_likelihood, rate(posterior, self.prior()))


def copied(law: nn.Module, copies: int) -> nn.Module:
    """[column] becomes [training, 1, column] in the law's numbers."""
    for name, own in list(law.named_parameters()):
        each = own.detach().expand(copies, 1, -1).clone()
        setattr(law, name, nn.Parameter(each))
    return law
