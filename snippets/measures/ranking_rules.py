"""The rule of the ranking and what stands beside it, in words."""

import math
from statistics import fmean

from snippets.experiments.ranking import Ranked
from snippets.measures.standings import DIGITS, bits
from snippets.sweeps import PICTURES
from snippets.vae.dataset import load
from snippets.words import fixed

EMPTY = 0.001  # the mean of an almost empty pixel


def of_slopes(steep: float) -> dict[str, str]:
    """What an empty pixel asks of two decoders."""
    return {
        "empty": fixed(EMPTY, 3),
        "steep": fixed(steep, 0),
        "logit": fixed(math.log(EMPTY / (1 - EMPTY)), 1),
    }


def times(part: dict, name: str) -> float:
    """Seconds of an epoch over those of cross-entropy."""
    laws = part["laws"]
    unit = fmean(laws["mean"]["seconds"])
    return fmean(laws[name]["seconds"]) / unit


def of_training(base: Ranked, laws: dict) -> dict[str, str]:
    """The rule that all had to follow, and how it went."""
    data = load(base.data)
    chosen = [each for law in laws.values() for each in law["chosen"]]
    budget = base.epochs * len(base.rates)
    if base == DIGITS:
        check_budget(base, laws)
    sizes = (data.side**2, *base.hidden, base.latents)
    return {
        "network": "-".join(str(size) for size in sizes),
        "train": f"{len(data.train.counts):,}",
        "valid": str(len(data.valid.counts)),
        "images": str(len(data.test.counts)),
        "pictures": PICTURES[base.data],
        "pixels": str(data.side**2),
        "levels": str(data.levels),
        "outputs": f"{data.side**2 * (data.levels + 1):,}",
        "uniform": fixed(math.log2(data.levels + 1), 2),
        "outcomes": str(data.levels + 1),
        "budget": str(budget),
        "each": str(base.epochs),
        "batch": str(base.batch),
        "patience": str(base.patience),
        "codes": str(base.codes),
        "first_rate": f"{base.rates[0]:g}",
        "second_rate": f"{base.rates[1]:g}",
        "earliest": fixed(min(chosen), 0),
        "latest": fixed(max(chosen), 0),
        "laws": str(len(laws)),
        "best_bits": fixed(
            min(fmean(law["bits"]) for law in laws.values()), 2
        ),
        "slowest": fixed(
            max(times({"laws": laws}, name) for name in laws), 1
        ),
    }


def check_budget(base: Ranked, laws: dict) -> None:
    """Raises ValueError where the number of epochs stopped a law."""
    most = max(max(law["epochs"]) for law in laws.values())
    if most >= base.epochs:
        raise ValueError(
            "the page says that the budget stopped nobody; it may"
            " have: allow more epochs"
        )


def of_baselines(part: dict) -> dict[str, str]:
    """Compressors and independent pixels."""
    packed = part["packed"]
    said = {
        f"{name}_bits": fixed(packed[name]["bits"], 2)
        for name in ("bz2", "xz", "png")
    }
    said |= {
        f"{name}_order": packed[name]["order"]
        for name in ("bz2", "xz", "png")
    }
    said["after"] = fixed(packed["after"], 2)
    for name, nats in part.get("independent", {}).items():
        said[f"alone_{name}"] = fixed(nats, 1)
        said[f"alone_{name}_bits"] = fixed(bits(DIGITS, [nats])[0], 2)
    return said
