"""Trainings with one link or another, from a good and a bad start."""

from collections.abc import Iterable

import torch

from snippets import sweeps
from snippets.experiments import recorded
from snippets.experiments.links import EVERY, Linked
from snippets.measures.spectrum import eigenvalues_of, used
from snippets.scores import scores
from snippets.vae.dataset import load, seeded
from snippets.vae.evaluation import draws
from snippets.vae.training import Run

MATCHED = 0.19  # on these images it has the rate of cross-entropy
EPOCHS = 15
LEVEL = 0.1  # of squared error per pixel
STARTS = {"usual": 0.0, "wrong": 6.0, "lost": 20.0}
RATES = {"sgd": 5e-3, "adam": 3e-3}
LOSSES = {
    "coin": {"likelihood": "expected-bernoulli"},
    "bell": {"likelihood": "gaussian", "variance": MATCHED},
    "line": {
        "likelihood": "gaussian",
        "variance": MATCHED,
        "link": "linear",
    },
    "arctan": {"likelihood": "expected-bernoulli", "link": "arctan"},
}
THREE = ("coin", "bell", "line")
TRAINED = {
    ("sgd", "usual"): THREE,
    ("sgd", "wrong"): LOSSES,
    ("adam", "usual"): THREE,
    ("adam", "wrong"): THREE,
    ("adam", "lost"): ("coin", "bell"),
}


def linked(run: Run, **settings) -> list[Linked]:
    """The settings of a run with others beside them, by seed."""
    given = {**vars(run), **settings}
    return [Linked(**{**given, "seed": s}) for s in sweeps.SEEDS]


COURSES = {
    f"{descent}_{start}_{loss}": linked(
        sweeps.SMALL_DIGITS,
        **LOSSES[loss],
        epochs=EPOCHS,
        descent=descent,
        learning_rate=RATES[descent],
        start=STARTS[start],
    )
    for (descent, start), losses in TRAINED.items()
    for loss in losses
}
COLLAPSING = (1.0, 1 / 2)  # SSE / 2 + KL, and SSE + KL
STRAIGHT = {
    variance: linked(
        sweeps.SMALL_DIGITS,
        likelihood="gaussian",
        variance=variance,
        link="linear",
    )
    for variance in COLLAPSING
}


def course(runs: Iterable[Linked]) -> dict[str, list]:
    """[seed][look] of error and haze; [seed] of what is at the end."""
    each = [recorded(run) for run in runs]
    found = {k: [r[k].tolist() for r in each] for k in each[0]}
    for name in ("outside", "furthest"):
        found[name] = [row[-1] for row in found[name]]
    return found


def reached(errors: list[float], level: float = LEVEL) -> int | None:
    """The first step looked at from which on the error is less."""
    looks = [i for i, error in enumerate(errors) if error >= level]
    first = looks[-1] + 1 if looks else 0
    return EVERY * first if first < len(errors) else None


@torch.no_grad()
def begun(runs: Iterable[Linked]) -> dict[str, list[float]]:
    """Outputs before the first step; one code for each image."""
    found = {"least": [], "most": [], "below": []}
    for run in runs:
        model = run.begun()
        x = load(run.data).images("train", run.view)
        decoded = model.decode(draws(model.posterior(x), 1, seeded(0)))
        found["least"].append(decoded.min().item())
        found["most"].append(decoded.max().item())
        below = model.likelihood.mean(decoded) < 1
        found["below"].append(below.float().mean().item())
    return found


def collapsed() -> dict[float, dict]:
    """Rate and error by either output, and the eigenvalues above."""
    eigenvalues = eigenvalues_of("digits")
    return {
        variance: {
            "count": len(used(eigenvalues, variance)),
            "sigmoid": scores(sweeps.gaussian_digits(variance)),
            "linear": course(runs),
        }
        for variance, runs in STRAIGHT.items()
    }


def mean_image_error() -> float:
    """Squared error per test pixel of the mean training image."""
    data = load("digits")
    mean = data.images("train", "grey").mean(0)
    return (data.images("test", "grey") - mean).square().mean().item()
