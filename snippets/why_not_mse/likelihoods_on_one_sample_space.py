"""Every likelihood as a law of counts, and what counts then cost."""

import math

import numpy as np
import torch

from snippets.experiments.ranking import Ranked
from snippets.figures.likelihoods_on_one_sample_space import draw
from snippets.measures import baselines
from snippets.measures.law_scores import DRAWN
from snippets.measures.ranking_ends import ends, fitted
from snippets.measures.ranking_rules import EMPTY
from snippets.measures.ranking_words import words
from snippets.measures.readings import slope_with_mean
from snippets.measures.standings import (
    DIGITS,
    ENTRIES,
    LARGE,
    MNIST,
    TRAINED,
    bits,
    every,
    records,
    reread,
    standing,
)
from snippets.vae.dataset import load
from snippets.vae.families import TruncatedGeometric

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = (*every(DIGITS, ENTRIES), *every(MNIST, LARGE))
SHOWN = ("beta_binomial", "geometric", "mean", "learned", "sum")


def scored(base: Ranked, names: tuple[str, ...]) -> dict[str, dict]:
    """The scores of each law, its costs in bits per pixel as well."""
    found = {}
    for name in names:
        score = standing(base, ENTRIES[name])
        score["bits"] = bits(base, score["nats"])
        score["sharp"] = bits(base, score["evidence"])
        found[name] = score
    return found


def drawn() -> dict[str, np.ndarray]:
    """Test images and draws of the first seed, ink from 0 to 1."""
    data = load(DIGITS.data)
    shape = (DRAWN, data.side, data.side)
    found = {"input": data.images("test", "counts")[:DRAWN]}
    for name in SHOWN:
        entry = ENTRIES[name]
        record = records(DIGITS, entry)[0]
        found[name] = record[f"{entry.reading}_drawn"]
    return {
        name: (x / data.levels).reshape(shape).numpy()
        for name, x in found.items()
    }


def packed(base: Ranked) -> dict:
    """The compressors on the test images, as bytes."""
    data = load(base.data)
    train, test = (p.counts.numpy() for p in (data.train, data.test))
    after = baselines.after(train, test, "xz")
    return {**baselines.packed(test), "after": after}


def alone() -> dict[str, float]:
    """Nats per test image if pixels are independent."""
    data = load(DIGITS.data)
    train, test = (data.images(p, "counts") for p in ("train", "test"))
    return baselines.independent(train, test, data.levels)


def part(base: Ranked, names: tuple[str, ...]) -> dict:
    """Laws, and the compressors to draw beside them."""
    files = packed(base)
    uniform = math.log2(load(base.data).levels + 1)
    lines = {"xz": files["xz"]["bits"], "uniform": uniform}
    laws = scored(base, names)
    return {"laws": laws, "packed": files, "lines": lines}


def steep() -> float:
    """The slope of an almost empty pixel under many levels."""
    levels = load(MNIST.data).levels
    mean = torch.tensor([[EMPTY]], dtype=torch.float64)
    law = TruncatedGeometric(levels)
    return slope_with_mean(law, mean.logit()).item()


def measure() -> dict:
    """Both rankings; of the digits also readings and draws."""
    digits, mnist = part(DIGITS, tuple(ENTRIES)), part(MNIST, LARGE)
    independent = alone()
    (own,) = bits(DIGITS, [independent["categorical"]])
    png = digits["packed"]["png"]["bits"]
    digits["lines"] |= {"pixels\nalone": own, "PNG": png}
    return {
        "digits": {
            **digits,
            "independent": independent,
            "reread": {
                n: reread(DIGITS, e) for n, e in TRAINED.items()
            },
            "drawn": drawn(),
            "ends": ends(),
            "fitted": fitted(TRAINED["learned"]),
        },
        "mnist": mnist,
        "steep": steep(),
    }
