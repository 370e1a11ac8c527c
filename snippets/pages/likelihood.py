"""Laws of one pixel with one mean, and what each is worth knowing."""

import math

import torch
from jaxtyping import Float
from torch import Tensor

from snippets.figures.likelihood import draw
from snippets.vae.families import FAMILIES, likelihood
from snippets.vae.families.continuous_bernoulli import (
    ContinuousBernoulli,
)
from snippets.vae.likelihood import Likelihood, OutOfSupport
from snippets.words import fixed

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = ()
LEVELS = 16
MEAN = 4
# What stands behind the first parameter: the second logit of the
# beta-binomial, the log of the scale in shares of the levels.
# From the least to the greatest cost of a count of 0.
SHOWN = {
    "bernoulli": (),
    "beta-binomial": (0.0,),
    "truncated-geometric": (),
    "discretised-gaussian": (math.log(1 / 8),),
    "discretised-logistic": (math.log(1 / 16),),
    "binomial": (),
}
SPELLED = {5: "Five", 6: "Six", 7: "Seven"}  # a sentence begins
GREY_MEAN = 0.1
REFUSED = {
    "bernoulli": 0.37,
    "continuous-bernoulli": 6.0,
    "binomial": 0.37,
    "gaussian": math.nan,
}


def law(name: str) -> Likelihood:
    """A family on 0 to 16; the variance is that of squared error."""
    return likelihood(name, LEVELS, 0.5)


def with_mean(
    one: Likelihood, mean: float, rest: tuple[float, ...] = ()
) -> Float[Tensor, "1 1 parameter"]:
    """The first parameter by bisection, the others as given."""
    low, high = -100.0, 100.0
    for _ in range(100):
        middle = (low + high) / 2
        row = torch.tensor([[[middle, *rest]]], dtype=torch.float64)
        below = one.mean(row).item() < mean
        low, high = (middle, high) if below else (low, middle)
    return row


def masses(name: str) -> list[float]:
    """The probability of each count from 0 to 16."""
    one = law(name)
    if name == "bernoulli":  # all ink or none
        ink = MEAN / LEVELS
        return [1 - ink, *[0.0] * (LEVELS - 1), ink]
    row = with_mean(one, MEAN, SHOWN[name])
    return one.table(row).exp().flatten().tolist()


def mass_of_grey(m: float) -> float:
    """The integral of m^x (1-m)^(1-x) over [0, 1]."""
    return (2 * m - 1) / math.log(m / (1 - m))


def refusal(name: str, value: float) -> str:
    """The one line with which a law refuses a pixel value."""
    one = law(name)
    decoded = torch.zeros(1, 1, one.parameters_per_pixel)
    try:
        one.log_prob(torch.tensor([[value]]), decoded)
    except OutOfSupport as error:
        return f"{type(error).__name__}: {error}"
    raise AssertionError(f"{name} took {value} without a word")


def measure() -> dict:
    """Masses, supports, sizes, one normaliser and real refusals."""
    grey = with_mean(ContinuousBernoulli(), GREY_MEAN)
    return {
        "masses": {name: masses(name) for name in SHOWN},
        "supports": {n: one.support for n, one in FAMILIES.items()},
        "sizes": {n: law(n).parameters_per_pixel for n in FAMILIES},
        "mass": mass_of_grey(GREY_MEAN),
        "lambda": grey.sigmoid().item(),
        "refusals": [refusal(*each) for each in REFUSED.items()],
    }


def words(found: dict) -> dict[str, str]:
    """The mean, the cost of an empty pixel, the missing mass."""
    costs = [-math.log(row[0]) for row in found["masses"].values()]
    exponent = math.floor(math.log10(found["lambda"]))
    return {
        "families": str(len(found["sizes"])),
        "shown": SPELLED[len(SHOWN)],
        "levels": str(LEVELS),
        "mean": str(MEAN),
        "least": fixed(min(costs)),
        "most": fixed(max(costs)),
        "grey_mean": fixed(GREY_MEAN, 1),
        "mass": fixed(found["mass"], 3),
        "lambda": fixed(found["lambda"], 1 - exponent),
        "categories": str(found["sizes"]["categorical"]),
    }
