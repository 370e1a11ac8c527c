"""Squared error against rate, and where another loss lies beside it."""

import math

import numpy as np
import torch
from jaxtyping import Float
from scipy.interpolate import PchipInterpolator
from torch import Tensor

from snippets.vae.dataset import load
from snippets.vae.evaluation import reconstructions
from snippets.vae.model import VAE
from snippets.vae.training import Run
from snippets.weights import trained
from snippets.words import spread


def squared_error(
    model: VAE, x: Float[Tensor, "image pixel"], draws_of_z: int = 4
) -> float:
    """Mean over images, pixels and z ~ q(z|x) of (x - E[x|z])^2."""
    errors = [
        (reconstructions(model, x, seed) - x).square().mean()
        for seed in range(draws_of_z)
    ]
    return float(torch.stack(errors).mean())


def on_the_curve(
    sweep: dict[float, dict], other: dict[str, list[float]]
) -> dict[str, list[float]]:
    """Where `other` lies beside a sweep over variances, seed by seed.

    `matched` is the variance at which the sweep has its rate; `gap`
    is its squared error relative to that of the sweep there, minus
    one. Between trained variances both are read from a monotone
    cubic (PCHIP): a chord would lie above a curve that bends.
    """
    found: dict[str, list[float]] = {"matched": [], "gap": []}
    logs = np.log(list(sweep))
    for seed, rate in enumerate(other["rate"]):
        rates = [scores["rate"][seed] for scores in sweep.values()]
        errors = [scores["error"][seed] for scores in sweep.values()]
        order = np.argsort(rates)
        if not rates[order[0]] <= rate <= rates[order[-1]]:
            raise ValueError(f"rate {rate} lies outside of the sweep")
        by_rate = np.array([rates, logs, np.log(errors)])[:, order]
        read = PchipInterpolator(by_rate[0], by_rate[1:].T)
        log_variance, log_error = read(rate)
        found["matched"].append(math.exp(log_variance))
        error = other["error"][seed]
        found["gap"].append(error / math.exp(log_error) - 1)
    return found


def coin_variance(run: Run) -> float:
    """Mean of m(1 - m) over the test images, where the error is made.

    Each pixel counts by its squared error (x - m)^2.
    """
    x = load(run.data).images("test", run.view)
    m = reconstructions(trained(run).model, x, seed=0)
    squared = (x - m).square()
    return float((squared * m * (1 - m)).sum() / squared.sum())


def check(sweep: dict[float, dict]) -> None:
    """Raises ValueError unless each error is below its variance."""
    for variance, scored in sweep.items():
        if max(scored["error"]) >= variance:
            raise ValueError(
                "the page says that each error is below the variance"
                f" it assumed; at {variance} it is not: rewrite it"
            )


def rate_and_error(name: str, scores: dict) -> dict[str, str]:
    """The three scores of one loss, over its seeds."""
    return {
        f"{name}_rate": spread(scores["rate"], 1),
        f"{name}_error": spread(scores["error"], 4),
        f"{name}_active": spread(scores["active"], 1),
    }
