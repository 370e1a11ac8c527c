"""The hidden variance decides how much of an image gets through."""

from itertools import chain
from statistics import fmean

from snippets.experiments.priced import Priced
from snippets.figures.mse_hides_a_variance import draw
from snippets.frontier import check, on_the_curve, rate_and_error
from snippets.measures.ceilings import (
    ceiling,
    scored,
    spread_of_images,
    within,
)
from snippets.measures.reductions import LOSSES
from snippets.measures.weight_words import BETAS, of_weights
from snippets.scores import rows, scores
from snippets.sweeps import (
    MNIST,
    PIXELS,
    VARIANCES,
    cross_entropy,
    gaussian,
    setting,
)
from snippets.vae.evaluation import ACTIVE
from snippets.words import fixed, fraction, spread

__all__ = ["RUNS", "draw", "measure", "words"]

LATENTS = MNIST.latents
FEW = 3  # seeds of the runs that collapse: they hardly differ
NAMES = ("mean", "mean_mean", "half", "sum")
ASSUMED = {
    name: LOSSES[name].variance(PIXELS, LATENTS, MNIST.batch)
    for name in NAMES
}
SWEEP = {
    ASSUMED["mean"]: gaussian(ASSUMED["mean"], FEW),
    ASSUMED["mean_mean"]: gaussian(ASSUMED["mean_mean"], FEW),
    **{variance: gaussian(variance) for variance in VARIANCES},
}
SHOWN = {
    **{name: ASSUMED[name] for name in ("mean", "half", "sum")},
    "eighth": 1 / 8,
    "last": min(VARIANCES),
}
DEARER = {
    "colours": [Priced(r, BETAS["colours"]) for r in cross_entropy()],
    "means": [Priced(r, BETAS["means"]) for r in cross_entropy()[:FEW]],
}
RUNS = (
    *chain.from_iterable(SWEEP.values()),
    *cross_entropy(),
    *chain.from_iterable(DEARER.values()),
)


def measure() -> dict:
    """The sweep, cross-entropy at three prices, ten digits."""
    swept = {variance: scores(SWEEP[variance]) for variance in SWEEP}
    coins = {
        "bernoulli": scores(cross_entropy()),
        **{name: scored(group) for name, group in DEARER.items()},
    }
    curve = {variance: swept[variance] for variance in VARIANCES}
    seen = [SWEEP[variance][0] for variance in SHOWN.values()]
    return {
        "sweep": swept,
        "coins": coins,
        "matched": {
            name: on_the_curve(curve, coins[name])["matched"]
            for name in ("bernoulli", "colours")
        },
        "spread": spread_of_images(MNIST.data),
        "rows": rows([*seen, cross_entropy()[0]]),
        "shown": SHOWN,
    }


def of_losses(found: dict) -> dict[str, str]:
    """Each loss: its variance, rate, error and latents in use."""
    said = {}
    for name, each in found["coins"].items():
        said |= rate_and_error(name, each)
    for name, variance in {**ASSUMED, **SHOWN}.items():
        said |= rate_and_error(name, found["sweep"][variance])
        most = ceiling(found["spread"], variance)
        said[f"{name}_ceiling"] = fixed(most, 1 if most > 1 else 2)
        whole = int(variance % 1 > 0)
        said[f"{name}_variance"] = fixed(variance, whole)
    return said


def words(found: dict) -> dict[str, str]:
    """The losses, their prices, and the setting."""
    check(found["sweep"])
    within(found["sweep"], found["spread"])
    error = fmean(found["sweep"][ASSUMED["sum"]]["error"])
    last = min(VARIANCES)
    return (
        of_losses(found)
        | of_weights(found)
        | {
            "setting": setting(cross_entropy()[0]),
            "seeds": str(len(cross_entropy())),
            "few": str(FEW),
            "pixels": str(PIXELS),
            "latents": str(LATENTS),
            "sum_excess": fixed(ASSUMED["sum"] / error, 0),
            "spread": fixed(found["spread"], 1),
            "last_variance": fraction(last),
            "last_error": spread(found["sweep"][last]["error"], 4),
            "mean_nat": fixed(2 * ASSUMED["mean"], 0),
            "last_nat": fraction(2 * last),
            "active": fixed(ACTIVE, 2),
        }
    )
