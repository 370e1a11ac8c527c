"""Which trainings are ranked, and how each is read as a law."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from torch import Tensor

from snippets.experiments import recorded
from snippets.experiments.ranking import Ranked
from snippets.vae.dataset import load
from snippets.vae.evaluation import bits_per_pixel


class Entry(NamedTuple):
    """A decoder, as it was trained and as it is read."""

    likelihood: str
    reading: str = "own"
    variance: float | None = None


PIXELS = 64  # of an image in `digits`
ENTRIES = {
    "beta_binomial": Entry("beta-binomial"),
    "geometric": Entry("truncated-geometric"),
    "binomial": Entry("binomial"),
    "categorical": Entry("categorical"),
    "logistic": Entry("discretised-logistic"),
    "discretised": Entry("discretised-gaussian"),
    "pixel": Entry("pixel-gaussian", "bins"),
    "learned": Entry("learned-gaussian", "bins"),
    "optimal": Entry("optimal-gaussian", "bins"),
    "sum": Entry("gaussian", "bins", 1 / 2),
    "average": Entry("gaussian", "bins", PIXELS / 2),
    "continuous": Entry("continuous-bernoulli", "bins"),
    "mean": Entry("expected-bernoulli", "mean"),
    "parameter": Entry("expected-bernoulli", "parameter"),
    "tosses": Entry("expected-bernoulli", "tosses"),
}
LARGE = (
    "beta_binomial",
    "geometric",
    "binomial",
    "logistic",
    "learned",
    "mean",
    "parameter",
    "tosses",
)
# Networks that are read in more than one way, by a name for each.
TRAINED = {
    "average": Entry("gaussian", variance=PIXELS / 2),
    "sum": Entry("gaussian", variance=1 / 2),
    "learned": Entry("learned-gaussian"),
    "mean": Entry("expected-bernoulli"),
}

DIGITS = Ranked("expected-bernoulli")
MNIST = Ranked(
    "expected-bernoulli",
    data="mnist_5k",
    latents=20,
    rates=(3e-3, 1e-3),
    epochs=4,
    patience=4,
    codes=16,
)


def plan(base: Ranked, entry: Entry) -> Ranked:
    """The training behind an entry, of all seeds."""
    law = {"likelihood": entry.likelihood, "variance": entry.variance}
    return replace(base, **law)


def every(base: Ranked, names: Iterable[str]) -> list[Ranked]:
    """All trainings behind the named entries, each once."""
    found = [plan(base, ENTRIES[name]) for name in names]
    return list(dict.fromkeys(found))


def records(base: Ranked, entry: Entry) -> list[dict[str, Tensor]]:
    """What was recorded of an entry, seed by seed."""
    found: dict[str, dict] = {}
    for name, value in recorded(plan(base, entry)).items():
        seed, _, part = name.partition(" ")
        found.setdefault(seed, {})[part] = value
    return list(found.values())


def nats(record: dict, reading: str) -> float:
    """Minus the mean ELBO, in nats per test image."""
    both = record[f"{reading}_distortion"] + record["rate"]
    return both.mean().item()


def standing(base: Ranked, entry: Entry) -> dict[str, list[float]]:
    """Each score with one value for each seed; costs in nats."""
    found = records(base, entry)
    evidence = f"{entry.reading}_evidence"
    dear = f"{entry.reading}_distortion"
    costs = [each[dear] + each["rate"] for each in found]
    return {
        "nats": [nats(each, entry.reading) for each in found],
        "evidence": [-each[evidence].mean().item() for each in found],
        "dearest": [each[dear].max().item() for each in found],
        "error": [(x.std() / len(x) ** 0.5).item() for x in costs],
        "rate": [each["rate"].mean().item() for each in found],
        "active": [each["active"].item() for each in found],
        "seconds": [each["seconds"].item() for each in found],
        "chosen": [each["chosen"].item() for each in found],
        "epochs": [len(each["valid"]) for each in found],
    }


def reread(base: Ranked, entry: Entry) -> dict[str, list[float]]:
    """Nats of one training under each reading that it has."""
    found = records(base, entry)
    parts = [name.rpartition("_") for name in found[0]]
    readings = [name for name, _, end in parts if end == "drawn"]
    return {
        name: [nats(each, name) for each in found] for name in readings
    }


def bits(base: Ranked, values: list[float]) -> list[float]:
    """Nats per image as bits per pixel."""
    pixels = load(base.data).side ** 2
    return [bits_per_pixel(value, pixels) for value in values]
