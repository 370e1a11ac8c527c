"""Pixels at the ends of the scale, and laws that do not pay."""

import math
from statistics import fmean

from scipy.stats import norm

from snippets.experiments.ranking import FLOOR
from snippets.measures.standings import DIGITS, Entry, records
from snippets.vae.dataset import load
from snippets.words import fixed


def ends() -> dict[str, float]:
    """Pixels of a test image that hold the least or most."""
    data = load(DIGITS.data)
    x = data.images("test", "counts")
    count = ((x == 0) | (x == data.levels)).sum(-1).double().mean()
    return {"pixels": count.item(), "levels": data.levels}


def fitted(entry: Entry) -> list[float]:
    """The variance that fits afterwards, for each seed."""
    each_seed = records(DIGITS, entry)
    return [each["variance"].item() for each in each_seed]


def of_ends(part: dict) -> dict[str, str]:
    """What a bell must pay for a pixel at an end of the scale.

    Its centre lies between the ends: at best, half of it and half a
    box are on the right side.
    """
    ends, n = part["ends"], part["ends"]["levels"]
    box = norm.cdf(1 / (2 * n * fmean(part["fitted"]) ** 0.5))
    return {
        "end_pixels": fixed(ends["pixels"], 0),
        "end_share": fixed(100 * box, 0),
        "end_nats": fixed(-ends["pixels"] * math.log(box), 0),
        "end_sd": fixed(n * fmean(part["fitted"]) ** 0.5, 1),
        "miss": f"{0.5 * (n / FLOOR) ** 2:,.0f}",
    }


def of_reach(part: dict) -> dict[str, str]:
    """How many laws cost more than pixels on their own, by bound."""
    alone = part["independent"]["categorical"]
    laws = part["laws"].values()
    worst = {
        bound: sum(fmean(law[bound]) > alone for law in laws)
        for bound in ("nats", "evidence")
    }
    errors = sorted(fmean(law["error"]) for law in laws)
    return {
        "short": str(worst["nats"]),
        "short_sharp": str(worst["evidence"]),
        "least_error": fixed(errors[0], 1),
        "most_error": fixed(errors[-1], 1),
    }
