"""The Gaussian whose variance is the batch's mean squared error.

No other variance gives the batch a higher likelihood. Rybkin,
Daniilidis and Levine (2021).
"""

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.vae.families.gaussian import (
    WIDEST,
    SharedGaussian,
    positive,
)

# A running mean at first, then an average over about 100 batches.
LEAST_WEIGHT = 0.01


class OptimalGaussian(SharedGaussian):
    """D/2 log(2 pi e MSE) per image, averaged over the batch.

    `variance` is the running value, with which eval() scores.
    """

    batches: Tensor

    def __init__(self, floor: float = 1e-2) -> None:
        """`floor`: the least scale, in units of x."""
        super().__init__()
        self.floor = positive("floor", floor)
        self.register_buffer("variance", torch.tensor(WIDEST**2))
        self.register_buffer("batches", torch.tensor(0))

    def variance_for(
        self,
        x: Float[Tensor, "*#batch pixel"],
        loc: Float[Tensor, "*#batch pixel"],
    ) -> Float[Tensor, ""]:
        """In train(), the batch's own, never below floor^2."""
        if not self.training:
            return self.variance
        error = (x - loc).square().mean()
        best = error.clamp_min(self.floor**2)
        self._remember(best.detach())
        return best

    @torch.no_grad()
    def _remember(self, best: Float[Tensor, ""]) -> None:
        self.batches += 1
        weight = max(1 / self.batches.item(), LEAST_WEIGHT)
        self.variance.lerp_(best.to(self.variance), weight)
