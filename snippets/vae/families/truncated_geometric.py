"""p(k) ~ e^(k l / levels): the continuous Bernoulli on a grid."""

from math import log

from jaxtyping import Float
from torch import Tensor

from snippets.vae.families.continuous_bernoulli import log_mean_exp
from snippets.vae.families.counts import Counts


class TruncatedGeometric(Counts):
    """A geometric law cut at `levels`; `decoded` is l."""

    def pixel_log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch pixel"]:
        """The sum of e^(k s) is (e^((levels + 1) s) - 1)/(e^s - 1)."""
        logits = decoded.squeeze(-1)
        step = logits / self.levels
        size = self.levels + 1
        total = log_mean_exp(size * step) - log_mean_exp(step)
        return x * step - total - log(size)
