"""A network that reads cells, and what cells cost under it."""

from jaxtyping import Float
from torch import Tensor
from torch.distributions import Normal

from snippets.measures.reads import as_counts
from snippets.vae.evaluation import evaluate, log_evidence
from snippets.vae.model import VAE


class CellVAE(VAE):
    """The network of this site; its encoder sees log1p(k / depth)."""

    def posterior(self, x: Float[Tensor, "*batch column"]) -> Normal:
        """q(z|x) of cells: counts, and the depth as last column."""
        k, depth = x[..., :-1], x[..., -1:]
        return super().posterior((k / depth).log1p())


def scores(
    model: CellVAE, test: Float[Tensor, "cell column"], codes: int
) -> dict[str, Tensor]:
    """Both bounds and the rate, nats per cell, as laws of counts."""
    raw = model.likelihood.raw.detach()
    model.likelihood = as_counts(model.likelihood)
    both = evaluate(model, test)
    return {
        "bound": -both.elbo,
        "sharp": -log_evidence(model, test, codes),
        "rate": both.rate,
        "raw": raw,
    }
