"""What a trained model is worth under each of its readings."""

import ast
import hashlib
from pathlib import Path

import torch
from torch import Tensor

from snippets.measures.law_readings import (
    best_variance,
    laws,
    read_as,
)
from snippets.measures.masses import BinnedGaussian
from snippets.vae.dataset import Dataset
from snippets.vae.evaluation import (
    active_units,
    evaluate,
    log_evidence,
    samples,
)
from snippets.vae.families import ExpectedBernoulli, Gaussian
from snippets.vae.families.gaussian import (
    LearnedGaussian,
    SharedGaussian,
)
from snippets.vae.model import VAE
from snippets.weights import bare

DRAWN = 10  # images, to be looked at
# Networks that are read with a scale fitted afterwards as well.
REFITTED = (ExpectedBernoulli, Gaussian, LearnedGaussian)
AT_ONCE = 10  # codes: few enough for the cache of a processor
NAMES = ("masses", "law_readings", "law_scores")
IMPORTS = (ast.Import, ast.ImportFrom)


def scores(model: VAE, data: Dataset, codes: int) -> dict[str, Tensor]:
    """Nats per test image under each reading, and what they share.

    `codes` is how many the importance-weighted bound draws.
    """
    counts = data.images("test", "counts")
    readings = laws(model.likelihood, data.levels)
    found, unweighted = {}, {"fitted"}
    if isinstance(model.likelihood, SharedGaussian):
        unweighted.add("mean")  # no page asks, and it takes long
    if isinstance(model.likelihood, REFITTED):
        valid = data.images("valid", "counts")
        variance = best_variance(model, valid, data.levels)
        found["variance"] = torch.tensor(variance)
        fitted = BinnedGaussian(data.levels, variance)
        readings["fitted"] = fitted
    for name, law in readings.items():
        read = read_as(model, law)
        both = evaluate(read, counts)
        found[f"{name}_distortion"] = both.distortion
        found["rate"] = both.rate
        found[f"{name}_drawn"] = samples(read, DRAWN, seed=0)
        if name not in unweighted:
            evidence = log_evidence(
                read, counts, codes, at_once=AT_ONCE
            )
            found[f"{name}_evidence"] = evidence
    found["active"] = torch.tensor(active_units(read, counts))
    return found


def code() -> str:
    """A name for what makes the scores, imports left out."""
    kept = []
    for name in NAMES:
        path = Path(__file__).with_name(f"{name}.py")
        body = ast.parse(path.read_text()).body
        kept += [n for n in body if not isinstance(n, IMPORTS)]
    text = bare(ast.unparse(ast.Module(kept, [])))
    return hashlib.sha256(text.encode()).hexdigest()[:8]


CODE = code()
