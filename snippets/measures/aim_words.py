"""The page on both losses' target in numbers."""

from itertools import pairwise
from statistics import fmean

import numpy as np

from snippets.measures.doubt import DRAWS, EDGES
from snippets.words import fixed, power, spread

NAMES = {1 / 8: "eighth", 1 / 4: "quarter"}


def check(found: dict, matched: float) -> None:
    """Raises ValueError where the prose would no longer be true."""
    most, least = found["shared"][1 / 4], found["shared"][matched]
    if max(np.mean(most["gaps"], axis=0)) >= 0:
        raise ValueError("against 1/4 errors cross as well: rewrite")
    below, above = fmean(least["below"]), fmean(least["above"])
    spared, paid = (fmean(v) for v in found["nats"].values())
    if not (below < 0 < above and 0 < paid < spared):
        raise ValueError("errors do not trade places: rewrite")
    rising = np.diff(np.mean(found["shared"][1 / 8]["gaps"], axis=0))
    if rising.min() <= 0:
        raise ValueError("against 1/8 the line falls: rewrite")
    order = np.mean(found["longer"]["gaps"], axis=0)
    if not order[1] < order[0] < 0:
        raise ValueError("the order after more epochs: rewrite")


def crossing(found: dict[str, list]) -> float:
    """The m(1 - m) at which the mean gap turns positive; else NaN."""
    mean = np.mean(found["gaps"], axis=0).tolist()
    for i, (low, high) in enumerate(pairwise(mean)):
        if low < 0 <= high:
            near, far = found["doubt"][i : i + 2]
            return near + (far - near) * -low / (high - low)
    return float("nan")


def of_sides(name: str, pair: dict) -> dict[str, str]:
    """The same on both sides of the variance; above 1/4 is nothing."""
    sides = {side: pair[side] for side in ("below", "above")}
    return {
        f"{name}_{side}": spread(gaps, 1)
        for side, gaps in sides.items()
        if gaps
    }


def of_pair(name: str, pair: dict) -> dict[str, str]:
    """Errors of cross-entropy against one Gaussian, in per cent."""
    first, last = ([g[i] for g in pair["gaps"]] for i in (0, -1))
    mean = np.mean(pair["gaps"], axis=0)
    return {
        f"{name}_whole": spread(pair["whole"], 1),
        f"{name}_sure": spread(first, 1),
        f"{name}_doubtful": spread(last, 1),
        **of_sides(name, pair),
        f"{name}_most": fixed(-min(mean), 0),
        f"{name}_least": fixed(-max(mean), 0),
    }


def of_table(table: dict[str, np.ndarray]) -> dict[str, str]:
    """How far the fits are from the mean, and their ink."""
    said = {}
    for name in ("coins", "squares", "distances"):
        off = float(np.abs(table[name] - table["mean"]).max())
        said[f"{name}_off"] = power(off) if off < 1e-3 else fixed(off)
    apart = float(np.abs(table["coins"] - table["squares"]).max())
    ink = table["distances"].sum() / table["mean"].sum()
    blank = (table["distances"] < 1 / 255) & (table["mean"] > 1 / 255)
    drawn = table["mean"] > 1 / 255
    return said | {
        "apart": power(apart),
        "median_ink": fixed(100 * ink, 0),
        "median_blank": fixed(100 * blank.sum() / drawn.sum(), 0),
    }


def numbers(found: dict, matched: float) -> dict[str, str]:
    """All that was measured. Raises as `check` does."""
    check(found, matched)
    said = of_table(found["table"])
    for variance, pair in found["shared"].items():
        said |= of_pair(NAMES.get(variance, "matched"), pair)
    said |= of_pair("digit", found["digit"])
    said |= of_pair("longer", found["longer"])
    pair = found["shared"][matched]
    strict = {
        k: [s[k] for s in found["strict"]] for k in ("added", "least")
    }
    single = [crossing({**pair, "gaps": [g]}) for g in pair["gaps"]]
    quarter = np.mean(found["shared"][1 / 4]["gaps"], axis=0)
    later = found["longer"]["gaps"]
    return said | {
        "variance": fixed(matched, 3),
        "crossing": fixed(crossing(pair), 2),
        "crossing_least": fixed(min(single), 2),
        "crossing_most": fixed(max(single), 2),
        "longer_next": spread([g[1] for g in later], 1),
        "longer_doubtful_each": " and ".join(
            fixed(g[-1], 1) for g in later
        ),
        "quarter_bin": str(1 + int(np.argmin(quarter))),
        "eighth_crossing": fixed(crossing(found["shared"][1 / 8]), 2),
        "digit_crossing": fixed(crossing(found["digit"]), 2),
        "sure_edge": fixed(EDGES[0], 3),
        "doubt_edge": fixed(EDGES[-1], 2),
        "sure_share": fixed(100 * pair["share"][0], 0),
        "doubt_share": fixed(100 * pair["share"][-1], 0),
        "sure_made": fixed(100 * pair["made"][0], 2),
        "doubt_made": fixed(100 * pair["made"][-1], 0),
        "spared": spread(found["nats"]["spared"], 1),
        "paid": spread(found["nats"]["paid"], 1),
        "draws": str(DRAWS),
        "added": spread(strict["added"], 1),
        "least": spread(strict["least"], 1),
    }
