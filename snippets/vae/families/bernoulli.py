"""A pixel is ink with some probability; `decoded` is its logit."""

import torch
from jaxtyping import Float
from torch import Generator, Tensor
from torch.distributions import Bernoulli as BernoulliLaw

from snippets.vae.likelihood import Likelihood


class Bernoulli(Likelihood):
    """The law of a black or white pixel, x in {0, 1}."""

    support = "binary"

    def pixel_log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch pixel"]:
        """x log p + (1 - x) log(1 - p): minus the cross-entropy."""
        logits = decoded.squeeze(-1)
        law = BernoulliLaw(logits=logits, validate_args=False)  # ①
        return law.log_prob(x)

    def mean(
        self, decoded: Float[Tensor, "*batch pixel parameter"]
    ) -> Float[Tensor, "*batch pixel"]:
        """The probability of ink."""
        logits = decoded.squeeze(-1)
        return logits.sigmoid()  # ②

    def sample(
        self,
        decoded: Float[Tensor, "*batch pixel parameter"],
        generator: Generator,
    ) -> Float[Tensor, "*batch pixel"]:
        """Zeros and ones."""
        return torch.bernoulli(self.mean(decoded), generator=generator)


class ExpectedBernoulli(Bernoulli):
    """E over b ~ Bernoulli(x) of log p(b|z), for grey x in [0, 1].

    log p is linear in the pixel, so its mean over all binarisations
    is the same formula read at the grey value. It bounds the binary
    log-likelihood; it is no density of x.
    """

    support = "grey"  # ③
