"""The Gaussian whose decoder says how sure it is of each pixel."""

import torch
from jaxtyping import Float
from torch import Generator, Tensor
from torch.distributions import Normal

from snippets.vae.families.gaussian import log_scale, positive
from snippets.vae.likelihood import Likelihood


class PixelGaussian(Likelihood):
    """loc = sigmoid(first), scale = floor + e^second."""

    support = "real"
    parameters_per_pixel = 2

    def __init__(self, floor: float = 1e-2) -> None:
        """`floor`: the least scale, in units of x."""
        super().__init__()
        self.floor = positive("floor", floor)

    def pixel_log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch pixel"]:
        """log Normal((x - loc) / scale; 0, 1) - log scale."""
        location, raw = decoded.unbind(-1)
        log_scales = log_scale(raw, self.floor)
        # The scale itself, and its square, overflow before its log.
        error = (x - location.sigmoid()) * (-log_scales).exp()
        standard = Normal(0.0, 1.0, validate_args=False)
        return standard.log_prob(error) - log_scales

    def mean(
        self, decoded: Float[Tensor, "*batch pixel parameter"]
    ) -> Float[Tensor, "*batch pixel"]:
        """loc, between 0 and 1."""
        location, _ = decoded.unbind(-1)
        return location.sigmoid()

    def sample(
        self,
        decoded: Float[Tensor, "*batch pixel parameter"],
        generator: Generator,
    ) -> Float[Tensor, "*batch pixel"]:
        """loc plus noise; the noise may leave [0, 1]."""
        location, raw = decoded.unbind(-1)
        scale = log_scale(raw, self.floor).exp()
        noise = torch.randn_like(scale, generator=generator)
        return location.sigmoid() + scale * noise
