"""Trainings that learn one scale: where it goes, what it buys."""

import math

import numpy as np

from snippets.experiments import recorded
from snippets.experiments.noise import Noise
from snippets.scores import scores
from snippets.sweeps import DIGITS, MNIST, PIXELS, SEEDS
from snippets.vae.dataset import load
from snippets.vae.training import Run
from snippets.weights import trained

MEMORIES = (0.999, 0.9)  # of squared slopes: 1,000 steps, and 10
MET = 0.05  # σ this close to the root is said to have met it


def noisy(run: Run, **changed) -> list[Noise]:
    """The run with a learned scale, and what else is changed."""
    given = {**vars(run), "likelihood": "learned-gaussian", **changed}
    return [Noise(**{**given, "seed": seed}) for seed in SEEDS]


STARTED = {
    "wide": noisy(MNIST, start=1.0),
    "near": noisy(MNIST, start=0.1),
    "narrow": noisy(MNIST, start=0.03),
    "slow": noisy(MNIST, scale_rate=1e-3, floor=1e-2),
}
LONG = noisy(DIGITS, epochs=200)


def course(runs: list[Noise], name: str) -> list[list[float]]:
    """[seed][epoch] of what was recorded."""
    return [recorded(run)[name].tolist() for run in runs]


def settling(runs: list[Noise]) -> dict[str, list]:
    """Scale and root mean squared error by epoch; where they meet."""
    scales = course(runs, "scale")
    errors = course(runs, "train_error")
    roots = [[math.sqrt(each) for each in row] for row in errors]
    both = list(zip(scales, roots, strict=True))
    return {
        "scale": scales,
        "root": roots,
        "ratio": [scale[-1] / root[-1] for scale, root in both],
        "met": [meeting(scale, root) for scale, root in both],
    }


def meeting(scales: list[float], roots: list[float]) -> int | None:
    """The first epoch from which on they stay within 5 %."""
    both = zip(scales, roots, strict=True)
    far = [abs(scale / root - 1) > MET for scale, root in both]
    first = len(far) - far[::-1].index(True) if any(far) else 0
    return first if first < len(far) else None


# --8<-- [start:adam_alone]
def adam_alone(
    run: Noise, errors: list[float], memory: float = 0.999
) -> float:
    """Where Adam takes σ on given misses, one for each step."""
    log_scale, mean, square = math.log(run.start), 0.0, 0.0
    for step, error in enumerate(errors, start=1):
        slope = PIXELS * (1 - error * math.exp(-2 * log_scale))  # ①
        mean += 0.1 * (slope - mean)
        square += (1 - memory) * (slope**2 - square)  # ②
        root = math.sqrt(square / (1 - memory**step)) + 1e-8
        log_scale -= run.scale_rate * mean / (1 - 0.9**step) / root
    return math.exp(log_scale)


# --8<-- [end:adam_alone]
def replayed(runs: list[Noise], memory: float) -> list[float]:
    """The same on the misses that the trainings recorded."""
    images = len(load(runs[0].data).train.counts)
    each = images // runs[0].batch  # steps of an epoch
    found = []
    for run, row in zip(runs, course(runs, "train_error"), strict=True):
        steps = np.arange(each * (len(row) - 1)) / each
        logs = np.interp(steps, range(len(row)), np.log(row))
        found.append(adam_alone(run, np.exp(logs).tolist(), memory))
    return found


def ends(runs: list[Noise]) -> dict[str, list[float]]:
    """Variance, and test rate, error and loss, one for each run."""
    names = ("rate", "error", "loss")
    found = {
        name: [
            recorded(run)[f"test_{name}"].mean().item() for run in runs
        ]
        for name in names
    }
    last = [row[-1] ** 2 for row in course(runs, "scale")]
    return {"variance": last, **found}


def of_runs(runs: list[Run]) -> dict[str, list[float]]:
    """The same for trainings that are kept with their weights."""
    found = scores(runs)
    terms = zip(found["rate"], found["distortion"], strict=True)
    laws = [trained(run).model.likelihood for run in runs]
    return {
        "variance": [law.variance.item() for law in laws],
        "rate": found["rate"],
        "error": found["error"],
        "loss": [sum(pair) for pair in terms],
    }
