"""How widely the logarithms of scattered counts lie."""

import math

import numpy as np
from scipy.special import polygamma
from scipy.stats import nbinom


def near(mean: float, r: float) -> float:
    """The sd of log(1 + k) by its slope at the mean: first order."""
    return math.sqrt(mean + mean**2 / r) / (1 + mean)


def exact(mean: float, r: float) -> float:
    """The same, summed over the counts of a negative binomial."""
    law = nbinom(r, r / (r + mean))
    k = np.arange(law.isf(1e-12) + 1)
    p, y = law.pmf(k), np.log1p(k)
    return math.sqrt(p @ y**2 - (p @ y) ** 2)


def at_large_means(r: float) -> float:
    """Its limit: the sd of the logarithm of the gamma factor."""
    return math.sqrt(polygamma(1, r))
