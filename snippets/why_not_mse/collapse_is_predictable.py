"""A latent is used where the data vary more than the assumed noise."""

from itertools import chain

import torch

from snippets import sweeps
from snippets.figures.collapse_is_predictable import draw
from snippets.measures.collapse import (
    LINEAR,
    SWEEPS,
    of_linear,
    of_networks,
    spectra,
)
from snippets.measures.collapse_longer import WATCHED, of_watched
from snippets.measures.collapse_words import words
from snippets.measures.spectrum import (
    growth,
    predicted_error,
    predicted_loss,
    predicted_rate,
    used,
)
from snippets.vae.dataset import load
from snippets.vae.evaluation import ACTIVE

__all__ = ["RUNS", "draw", "measure", "words"]

OURS = tuple(sweeps.gaussian(v) for v in (1.0, 1 / 2))
NESTED = (*SWEEPS.values(), *LINEAR.values())
RUNS = (
    *chain.from_iterable(c for s in NESTED for c in s.values()),
    *chain.from_iterable((*WATCHED.values(), *OURS)),
)


def foretold(eigenvalues: list[float], variance: float) -> dict:
    """Count, rate, error and loss of the best linear VAE."""
    exact = torch.tensor(eigenvalues, dtype=torch.float64)
    return {
        "count": len(used(exact, variance)),
        "rate": predicted_rate(exact, variance),
        "error": predicted_error(exact, variance),
        "loss": predicted_loss(exact, variance),
    }


def steps_an_epoch(data: str) -> int:
    """Batches of the small network."""
    run = SWEEPS[data][1.0][0]
    return len(load(data).train.counts) // run.batch


def measure() -> dict:
    """By data set and variance: foretold, linear, network."""
    spectrum = spectra()
    pixels = {data: load(data).side ** 2 for data in SWEEPS}
    return {
        "eigenvalues": spectrum,
        "pixels": pixels,
        "threshold": ACTIVE,
        "steps": {
            "digits": steps_an_epoch("digits"),
            "MNIST": steps_an_epoch("mnist_5k"),
        },
        "foretold": {
            data: {v: foretold(spectrum[data], v) for v in sweep}
            for data, sweep in SWEEPS.items()
        },
        "linear": {
            data: {v: of_linear(runs) for v, runs in sweep.items()}
            for data, sweep in LINEAR.items()
        },
        "network": {
            data: {v: of_networks(runs) for v, runs in sweep.items()}
            for data, sweep in SWEEPS.items()
        },
        "watched": {n: of_watched(r) for n, r in WATCHED.items()},
        "ours": [of_networks(runs) for runs in OURS],
        "growth": {
            name: growth(spectrum[runs[0].data][0], runs[0].variance)
            for name, runs in WATCHED.items()
        },
    }
