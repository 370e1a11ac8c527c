"""Every variance is a place on one curve, beside cross-entropy's."""

from dataclasses import replace
from itertools import chain

from jaxtyping import Float
from torch import Tensor

from snippets.experiments.linear import eigenvalues_of
from snippets.figures.one_curve import draw
from snippets.measures import curves, twins
from snippets.measures.curve_words import LONGER_EPOCHS, said
from snippets.scores import rows, scores
from snippets.sweeps import (
    DIGIT_VARIANCES,
    PIXELS,
    VARIANCES,
    cross_entropy,
    cross_entropy_digits,
    gaussian,
    gaussian_digits,
    noise,
)
from snippets.weights import trained

__all__ = ["RUNS", "draw", "measure", "words"]

FAR = PIXELS / 2  # mean squared error + KL
MATCHED = 0.177  # where the sweep has the rate of cross-entropy
SWEEP = {
    FAR: gaussian(FAR, 3),
    **{variance: gaussian(variance) for variance in VARIANCES},
}
DIGITS = {
    variance: gaussian_digits(variance) for variance in DIGIT_VARIANCES
}
LEARNED = noise("optimal-gaussian")
TWINS = gaussian(MATCHED), cross_entropy()
LONGER = {
    name: [replace(run, epochs=LONGER_EPOCHS) for run in runs[:2]]
    for name, runs in {
        "half": SWEEP[1 / 2],
        "matched": TWINS[0],
        "bernoulli": TWINS[1],
    }.items()
}
RUNS = (
    *chain.from_iterable((*SWEEP.values(), *DIGITS.values())),
    *chain.from_iterable((*TWINS, *LONGER.values())),
    *(*LEARNED, *cross_entropy_digits()),
)


# --8<-- [start:linear]
def linear_vae(
    eigenvalues: Float[Tensor, " direction"], variance: float
) -> tuple[Float[Tensor, ""], Float[Tensor, ""]]:
    """Rate in nats and SSE of the best linear VAE, per image."""
    used = eigenvalues.clamp(min=variance)  # ①
    rate = (used / variance).log().sum() / 2
    sse = eigenvalues.clamp(max=variance).sum()  # ②
    return rate, sse


# --8<-- [end:linear]
def closed_form() -> dict[str, list[float]]:
    """The curve of the linear VAE on digits, error per pixel."""
    eigenvalues = eigenvalues_of("digits")
    found: dict[str, list[float]] = {"rate": [], "error": []}
    for step in range(121):
        rate, sse = linear_vae(eigenvalues, 0.75 * 0.96**step)
        found["rate"].append(rate.item())
        found["error"].append(sse.item() / len(eigenvalues))
    return found


def longer() -> dict:
    """Three losses after more epochs, by both kinds of images."""
    training = {n: curves.on_training(r) for n, r in LONGER.items()}
    return {
        "test": {n: scores(runs) for n, runs in LONGER.items()},
        "training": training,
    }


def measure() -> dict:
    """Two curves, a longer training, and two losses at one rate."""
    variances = [
        trained(run).model.likelihood.variance for run in LEARNED
    ]
    return {
        "mnist": curves.curve(SWEEP, VARIANCES, cross_entropy()),
        "digits": curves.curve(
            DIGITS, DIGIT_VARIANCES, cross_entropy_digits()
        ),
        "linear": closed_form(),
        "longer": longer(),
        "learned": scores(LEARNED)
        | {"variance": [float(variance) for variance in variances]},
        "twin": scores(TWINS[0]),
        "twin_training": curves.on_training(TWINS[0]),
        "rulers": [
            [twins.rulers(r, MATCHED) for r in t] for t in TWINS
        ],
        "likeness": twins.likeness(*TWINS),
        "rows": rows([TWINS[0][0], TWINS[1][0], TWINS[1][1]]),
    }


def words(found: dict) -> dict[str, str]:
    """The places on both curves, slopes, rulers and pictures."""
    return said(found, MATCHED)
