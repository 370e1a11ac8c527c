"""How hard a pixel term pulls on the output behind a pixel."""

from collections.abc import Callable
from math import exp, log, pi

import numpy as np
import torch
from jaxtyping import Float
from scipy.optimize import brentq
from torch import Tensor
from torch.nn.functional import softplus
from torch.special import log_ndtr, ndtri

from snippets.vae.likelihood import Likelihood

SSE = 1 / 2  # the variance that a plain squared error assumes
FAR = 10.0  # a logit as wrong as the table has it
CLEAN = 0.01  # a mean that is nearly paper


# --8<-- [start:pull]
def pull(
    law: Likelihood,
    x: Float[Tensor, " pixel"],
    output: Float[Tensor, " pixel"],
) -> Float[Tensor, " pixel"]:
    """The slope of -log p(x|z) in the output of the decoder."""
    free = output.detach().requires_grad_()  # ①
    cost = -law.log_prob(x, free.unsqueeze(-1))  # ②
    (slope,) = torch.autograd.grad(cost, free)
    return slope


# --8<-- [end:pull]
# What paper costs at an output, and the output that gives a mean.
ON_PAPER: dict[str, tuple[Callable, Callable]] = {
    "coin": (softplus, torch.logit),
    "bell": (lambda out: out.sigmoid().square(), torch.logit),
    "line": (torch.square, lambda m: m),
    "normal": (lambda out: -log_ndtr(-out), ndtri),
    "arctan": (
        lambda out: (
            -(torch.atan2(torch.ones_like(out), out) / pi).log()
        ),
        lambda m: (pi * (m - 0.5)).tan(),
    ),
}


@torch.enable_grad()
def on_paper(
    name: str, means: Float[Tensor, " mean"]
) -> Float[Tensor, " mean"]:
    """The pull on pixels of paper that were given these means."""
    cost, inverse = ON_PAPER[name]
    output = inverse(means).detach().requires_grad_()
    (slope,) = torch.autograd.grad(cost(output).sum(), output)
    return slope


# --8<-- [start:clocks]
def coin_clock(logit: float) -> float:
    """Falls with time, one for one, under cross-entropy."""
    return logit - exp(-logit)


def bell_clock(logit: float) -> float:
    """The same for squared error; a unit lasts `variance`."""
    return (
        exp(logit) + 3 * logit - 3 * exp(-logit) - exp(-2 * logit) / 2
    )


# --8<-- [end:clocks]
def times(first: float, last: float) -> dict[str, float]:
    """From one mean down to another, on paper, with SSE."""
    start, end = (log(m / (1 - m)) for m in (first, last))
    return {
        "coin": coin_clock(start) - coin_clock(end),
        "bell": SSE * (bell_clock(start) - bell_clock(end)),
        "line": SSE * log(first / last),
    }


def cleared(haze: float) -> float:
    """Time of cross-entropy from one half down to the haze."""
    return coin_clock(0.0) - coin_clock(log(haze / (1 - haze)))


def foreseen(haze: float, variance: float) -> float:
    """The haze of squared error once cross-entropy's is `haze`.

    Both begin at one half, behind a sigmoid.
    """
    end = bell_clock(0.0) - cleared(haze) / variance
    logit = brentq(lambda at: bell_clock(at) - end, -15.0, 0.0)
    return 1 / (1 + exp(-logit))


def curves() -> dict[str, np.ndarray]:
    """Pulls on paper, against the logit and against the mean."""
    logits = torch.linspace(-6, FAR, 161, dtype=torch.float64)
    means = torch.linspace(0, 1, 101, dtype=torch.float64)[1:-1]
    by_logit = {
        n: on_paper(n, logits.sigmoid()) for n in ("coin", "bell")
    }
    by_mean = {n: on_paper(n, means) for n in ("coin", "bell", "line")}
    both = {"logits": logits, "means": means}
    both |= {f"{n}_logit": each for n, each in by_logit.items()}
    both |= {f"{n}_mean": each for n, each in by_mean.items()}
    return {name: each.numpy() for name, each in both.items()}
