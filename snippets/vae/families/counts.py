"""Laws of a pixel that counts: x in {0, 1, ..., levels}."""

import torch
from jaxtyping import Float
from torch import Generator, Tensor
from torch.distributions import Binomial as BinomialLaw
from torch.distributions import Categorical as CategoricalLaw

from snippets.vae.likelihood import Likelihood


class Counts(Likelihood):
    """Mean and draws by way of the table of all probabilities."""

    support = "counts"

    def __init__(self, levels: int) -> None:
        """`levels` is the largest count; ValueError below 1."""
        super().__init__()
        if levels < 1:
            raise ValueError(f"levels must be 1 or more, not {levels}")
        self.levels = levels

    def table(
        self, decoded: Float[Tensor, "*batch pixel parameter"]
    ) -> Float[Tensor, "*batch pixel level"]:
        """log p(k) for k = 0..levels, nats."""
        *batch, pixels, _ = decoded.shape
        every = torch.arange(self.levels + 1).to(decoded)
        k = every.view(-1, *[1] * len(batch), 1)
        rows = self.pixel_log_prob(
            k.expand(*k.shape[:-1], pixels), decoded
        )
        return rows.movedim(0, -1)

    def mean(
        self, decoded: Float[Tensor, "*batch pixel parameter"]
    ) -> Float[Tensor, "*batch pixel"]:
        """The sum of k p(k), between 0 and levels."""
        every = torch.arange(self.levels + 1).to(decoded)
        return self.table(decoded).exp() @ every

    def sample(
        self,
        decoded: Float[Tensor, "*batch pixel parameter"],
        generator: Generator,
    ) -> Float[Tensor, "*batch pixel"]:
        """Whole numbers, held as floats."""
        probs = self.table(decoded).exp()
        k = probs.flatten(0, -2).multinomial(1, generator=generator)
        return k.view(probs.shape[:-1]).to(decoded)


class Binomial(Counts):
    """How many of `levels` independent sub-pixels are ink."""

    def pixel_log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch pixel"]:
        """log C(levels, x) + x log p + (levels - x) log(1 - p)."""
        logits = decoded.squeeze(-1)
        # In float32 the factorials of 255 are off by 3e-4 nats.
        law = BinomialLaw(
            self.levels, logits=logits.double(), validate_args=False
        )
        return law.log_prob(x.double()).to(logits.dtype)


class Categorical(Counts):
    """A free probability for each level, in no order."""

    def __init__(self, levels: int) -> None:
        """One parameter for each of 0..levels."""
        super().__init__(levels)
        self.parameters_per_pixel = levels + 1

    def pixel_log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch pixel"]:
        """The x-th log softmax of the parameters."""
        law = CategoricalLaw(logits=decoded, validate_args=False)
        return law.log_prob(x)

    def table(
        self, decoded: Float[Tensor, "*batch pixel parameter"]
    ) -> Float[Tensor, "*batch pixel level"]:
        """All log softmaxes, without the detour over x."""
        return decoded.log_softmax(-1)
