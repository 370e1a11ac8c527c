"""A binomial whose probability is itself a draw from a beta law."""

from math import log

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import softplus

from snippets.vae.families.counts import Counts

FLOOR = 1e-4  # lgamma has a pole at 0


def log_beta(
    a: Float[Tensor, "*#shape"], b: Float[Tensor, "*#shape"]
) -> Float[Tensor, "*shape"]:
    """log of the beta function."""
    return torch.lgamma(a) + torch.lgamma(b) - torch.lgamma(a + b)


class BetaBinomial(Counts):
    """Two positive parameters a pixel: alpha (ink) and beta."""

    parameters_per_pixel = 2

    def pixel_log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch pixel"]:
        """C(n, x) B(x + alpha, n - x + beta) / B(alpha, beta)."""
        # In float32 the lgamma of 255 levels is off by 3e-4 nats.
        alpha, beta = (softplus(decoded.double()) + FLOOR).unbind(-1)
        k = x.double()
        rest = self.levels - k
        # 1 / C(n, k) = (n + 1) B(k + 1, n - k + 1)
        inverse = log(self.levels + 1) + log_beta(k + 1, rest + 1)
        ratio = log_beta(k + alpha, rest + beta) - log_beta(alpha, beta)
        return (ratio - inverse).to(decoded.dtype)
