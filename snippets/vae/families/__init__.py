"""Every likelihood, by name."""

from snippets.vae.families.bernoulli import (
    Bernoulli,
    ExpectedBernoulli,
)
from snippets.vae.families.beta_binomial import BetaBinomial
from snippets.vae.families.continuous_bernoulli import (
    ContinuousBernoulli,
)
from snippets.vae.families.counts import Binomial, Categorical, Counts
from snippets.vae.families.discretised import DiscretisedLogistic
from snippets.vae.families.discretised_gaussian import (
    DiscretisedGaussian,
)
from snippets.vae.families.gaussian import Gaussian, LearnedGaussian
from snippets.vae.families.optimal_gaussian import OptimalGaussian
from snippets.vae.families.pixel_gaussian import PixelGaussian
from snippets.vae.families.truncated_geometric import (
    TruncatedGeometric,
)
from snippets.vae.likelihood import Likelihood

FAMILIES: dict[str, type[Likelihood]] = {
    "bernoulli": Bernoulli,
    "expected-bernoulli": ExpectedBernoulli,
    "continuous-bernoulli": ContinuousBernoulli,
    "gaussian": Gaussian,
    "learned-gaussian": LearnedGaussian,
    "optimal-gaussian": OptimalGaussian,
    "pixel-gaussian": PixelGaussian,
    "binomial": Binomial,
    "truncated-geometric": TruncatedGeometric,
    "beta-binomial": BetaBinomial,
    "categorical": Categorical,
    "discretised-gaussian": DiscretisedGaussian,
    "discretised-logistic": DiscretisedLogistic,
}


def likelihood(
    name: str, levels: int, variance: float | None
) -> Likelihood:
    """A likelihood; only counts have levels, only one a variance."""
    if name not in FAMILIES:
        names = ", ".join(FAMILIES)
        raise ValueError(f"no likelihood {name!r}: use one of {names}")
    family = FAMILIES[name]
    if issubclass(family, Counts):
        return family(levels)
    if family is Gaussian:
        if variance is None:
            raise ValueError("'gaussian' needs a variance, say 0.5")
        return Gaussian(variance)
    return family()
