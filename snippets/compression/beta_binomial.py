"""All probabilities of a beta-binomial, by its recurrence."""

import torch
from jaxtyping import Float64
from torch import Tensor
from torch.nn.functional import softplus

from snippets.vae.families.beta_binomial import FLOOR


def table(
    levels: int, decoded: Float64[Tensor, "pixel 2"]
) -> Float64[Tensor, "pixel level"]:
    """p(k) for k = 0..levels.

    p(k + 1) / p(k) = (n - k) (k + a) / ((k + 1) (n - k - 1 + b)). The
    law's own formula takes six lgammas for each value of a pixel;
    this takes one logarithm.
    """
    alpha, beta = (softplus(decoded) + FLOOR).split(1, -1)
    k = torch.arange(levels, dtype=decoded.dtype)
    above = (levels - k) * (k + alpha)
    below = (k + 1) * (levels - k - 1 + beta)
    steps = (above / below).log().cumsum(-1)
    first = steps.new_zeros(len(steps), 1)
    return torch.cat([first, steps], -1).softmax(-1)
