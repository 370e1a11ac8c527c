"""What the laws of the ranking are called, and their colours."""

from snippets.build.palette import ALIASES

LAW = {
    "beta_binomial": "beta-binomial",
    "geometric": "truncated-geometric",
    "binomial": "binomial",
    "categorical": "categorical",
    "logistic": "discretised-logistic",
    "discretised": "discretised-gaussian",
    "pixel": "pixel-gaussian",
    "learned": "learned-gaussian",
    "optimal": "optimal-gaussian",
    "sum": "gaussian",
    "average": "gaussian",
    "continuous": "continuous-bernoulli",
    "mean": "bernoulli",
    "parameter": "bernoulli",
    "tosses": "bernoulli",
}
NAMES = {
    "beta_binomial": "beta-binomial",
    "geometric": "truncated geometric",
    "binomial": "binomial",
    "categorical": "categorical",
    "logistic": "discretised logistic",
    "discretised": "discretised Gaussian",
    "pixel": "Gaussian, σ of each pixel",
    "learned": "Gaussian, one learned σ",
    "optimal": "Gaussian, σ of the batch",
    "sum": "Gaussian, SSE + KL",
    "average": "Gaussian, MSE + KL",
    "continuous": "continuous Bernoulli",
    "mean": "cross-entropy as mean",
    "parameter": "cross-entropy as parameter",
    "tosses": "cross-entropy as tosses",
}


def key(name: str) -> str:
    """The name in the colour of its law, with its line before it."""
    law = ALIASES.get(LAW[name], LAW[name])
    return f'<span class="f key f-{law}">{NAMES[name]}</span>'
