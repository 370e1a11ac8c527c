"""A stroke of ink that stands left or right, and a code of one bit.

The code names the wrong side with probability `error`, 0 to 1/2.
"""

import math

import torch
from jaxtyping import Float
from scipy.optimize import brentq
from torch import Tensor
from torch.distributions import Bernoulli, kl_divergence

Errors = Float[Tensor, "*error"]


# --8<-- [start:costs]
def rate(error: Errors) -> Errors:
    """What the code costs, in nats: at most log 2, a whole bit."""
    one_half = torch.full_like(error, 0.5)
    return kl_divergence(Bernoulli(error), Bernoulli(one_half))


def gaussian_loss(
    error: Errors, pixels: int, variance: float
) -> Errors:
    """Squared error over 2 sigma^2, plus the rate: nats."""
    squares = 2 * pixels * error * (1 - error)  # ①
    return squares / (2 * variance) + rate(error)


def bernoulli_loss(error: Errors, pixels: int) -> Errors:
    """The surprise at 2 n coins, plus the rate: nats."""
    coin = Bernoulli(error).entropy()  # ②
    return 2 * pixels * coin + rate(error)


# --8<-- [end:costs]
# --8<-- [start:best]
def best_difference(pixels: int, variance: float) -> float:
    """Ink on the likelier side minus ink on the other, 0 to 1."""
    steepness = pixels / variance
    if steepness <= 2:
        return 0.0  # ①

    def excess(u: float) -> float:
        return steepness * math.tanh(u / 2) - u

    start = math.sqrt(1 - 2 / steepness)  # ②
    return math.tanh(brentq(excess, start, steepness) / 2)


# --8<-- [end:best]
def variance_for(difference: float) -> float:
    """Per pixel of the stroke: where this difference is the best."""
    return difference / (2 * math.atanh(difference))


WHOLE_BIT = 1 / (4 * math.log(2))  # variance per pixel of the stroke


def from_pixels(variance: float, per_pixel: float) -> int:
    """The least whole number above variance / per_pixel."""
    return math.floor(variance / per_pixel) + 1


def entropy(share: float) -> float:
    """Of one coin, in nats."""
    return Bernoulli(torch.tensor(share).double()).entropy().item()


def grey_bit(ink: float) -> float:
    """What the whole bit saves on a grey stroke of one pixel, nats.

    Cross-entropy; `ink` is the grey value of the stroke.
    """
    return 2 * entropy(ink / 2) - entropy(ink)
