"""The density on [0, 1] whose form is the cross-entropy's.

Loaiza-Ganem and Cunningham (2019). By hand, because the one in
torch.distributions clamps its parameter.
"""

import torch
from jaxtyping import Float
from torch import Generator, Tensor

from snippets.vae.likelihood import Likelihood

# Below this the closed forms subtract nearly equal numbers; the
# series, cut after l^8, is then exact to 1e-13.
SMALL = 0.25


def log_mean_exp(
    logit: Float[Tensor, "*shape"],
) -> Float[Tensor, "*shape"]:
    """log((e^l - 1) / l) = log of the mean of e^(l x) over [0, 1]."""
    small = logit.abs() < SMALL
    # Each branch sees only its own l: an overflow in the branch that
    # is not taken would still put NaN into the gradient.
    near = logit.where(small, 0)
    a = logit.abs().where(~small, 1)
    far = logit.relu() + torch.log(-torch.expm1(-a) / a)
    s = near * near
    even = 1 / 2880 - s * (1 / 181440 - s / 9676800)
    series = near / 2 + s * (1 / 24 - s * even)
    return series.where(small, far)


class ContinuousBernoulli(Likelihood):
    """p(x) = e^(l x) l / (e^l - 1), x in [0, 1], l = `decoded`."""

    support = "grey"

    def pixel_log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch pixel"]:
        """l x - log((e^l - 1) / l), nats."""
        logits = decoded.squeeze(-1)
        return logits * x - log_mean_exp(logits)

    def mean(
        self, decoded: Float[Tensor, "*batch pixel parameter"]
    ) -> Float[Tensor, "*batch pixel"]:
        """1 / (1 - e^-l) - 1 / l, which is not sigmoid(l)."""
        logits = decoded.squeeze(-1)
        small = logits.abs() < SMALL
        near = logits.where(small, 0)
        far = logits.where(~small, 1)
        s = near * near
        odd = 1 / 720 - s * (1 / 30240 - s / 1209600)
        series = near * (1 / 12 - s * odd)
        # coth instead of 1 / (1 - e^-l), whose e^-l can overflow
        closed = 0.5 / torch.tanh(far / 2) - 1 / far
        return 0.5 + series.where(small, closed)

    def sample(
        self,
        decoded: Float[Tensor, "*batch pixel parameter"],
        generator: Generator,
    ) -> Float[Tensor, "*batch pixel"]:
        """Invert the cumulative for -|l|, then mirror if l > 0."""
        logits = decoded.squeeze(-1)
        uniform = torch.rand_like(logits, generator=generator)
        a = logits.abs().clamp_min(1e-6)
        x = -torch.log1p(uniform * torch.expm1(-a)) / a
        return x.where(logits < 0, 1 - x)
