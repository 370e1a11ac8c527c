"""The laws that are tried, by what a value can be."""

from snippets.choose.positive import Beta, Gamma
from snippets.choose.proposal import (
    Proposal,
    gaussian,
    own,
    plain,
)
from snippets.choose.reals import (
    Gaussian,
    LogitNormal,
    LogNormal,
    StudentT,
    ValueGaussian,
)
from snippets.choose.whole import (
    LogGaussian,
    NegativeBinomial,
    Poisson,
    RoundedGaussian,
    SquaredError,
)

# The simplest first: among laws that cannot be told apart it wins.
BELL = gaussian(
    Gaussian, "Gaussian", "a bell; one learned scale a column"
)
LAWS: dict[str, tuple[Proposal, ...]] = {
    "binary": (
        plain("bernoulli", "a coin: the only law of two outcomes"),
        Proposal(
            "squared error, learned scale",
            lambda x, levels: SquaredError(),
            "trained as a density, read as: above ½ or below",
            "gaussian",
        ),
    ),
    "counts": (
        plain("binomial", "n tosses of one coin"),
        plain(
            "truncated-geometric",
            "what cross-entropy on k / n is as a law of counts",
        ),
        plain("beta-binomial", "tosses of coins that differ"),
        plain("discretised-gaussian", "a bell in bins"),
        plain("discretised-logistic", "heavier tails in bins"),
        plain("categorical", "a number for each count, in no order"),
    ),
    "unbounded": (
        Proposal("Poisson", own(Poisson), "variance = mean"),
        Proposal(
            "negative binomial",
            own(NegativeBinomial),
            "variance = mean + mean² / r",
        ),
        Proposal(
            "Gaussian of log(1 + k), in bins",
            own(LogGaussian),
            "squared error on logarithms, with a learned scale",
            "gaussian",
        ),
        gaussian(
            RoundedGaussian,
            "Gaussian of k, in bins",
            "squared error, with a learned scale",
        ),
    ),
    "unit": (
        plain("continuous-bernoulli", "cross-entropy, normalised"),
        BELL,
        Proposal("beta", own(Beta), "a mean and a width"),
        gaussian(
            LogitNormal,
            "Gaussian of log(x / (1 − x))",
            "logit-normal; a bell of log-odds",
        ),
    ),
    "positive": (
        BELL,
        gaussian(
            LogNormal, "Gaussian of log x", "log-normal; a bell of logs"
        ),
        Proposal("gamma", own(Gamma), "spread grows with the mean"),
    ),
    "real": (
        BELL,
        Proposal("Student’s t", own(StudentT), "heavier tails"),
        gaussian(
            ValueGaussian,
            "Gaussian, a scale for each value",
            "the decoder says how sure it is",
        ),
    ),
}
