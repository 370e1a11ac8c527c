"""The simulated cells, and a record of two kinds, in words."""

import math
from collections.abc import Sequence
from statistics import fmean

from snippets.experiments.counts import FASTER, Counts
from snippets.measures import log_counts, simulated
from snippets.words import fixed, spread

MISS = 0.02  # metres by which a length is missed
UNITS = {"m": 1, "cm": 100, "mm": 1000}
NAMES = {"negative-binomial": "nb", "gaussian": "g", "poisson": "p"}


def less(a: Sequence[float], b: Sequence[float]) -> list[float]:
    """Differences seed by seed."""
    return [x - y for x, y in zip(a, b, strict=True)]


def of_truth(found: dict, short: str) -> dict[str, str]:
    """What every law costs above the truth, in nats per cell."""
    said = {
        f"{short}_truth": spread(found["truth"], 1),
        f"{short}_told": spread(found["told"], 1),
    }
    for name, key in NAMES.items():
        law = found["laws"][name]
        for score in ("bound", "sharp", "rate"):
            said[f"{short}_{key}_{score}"] = spread(law[score], 1)
    return said


def compared(found: dict) -> dict[str, str]:
    """Differences of laws, and what they learned."""
    nb = found["nb"]["laws"]
    own = found["poisson"]["laws"]
    above = [fmean(law["bound"]) for law in own.values()]
    return {
        "own_above": fixed(fmean(above), 0),
        "p_to_g": spread(
            less(nb["poisson"]["bound"], nb["gaussian"]["bound"]), 0
        ),
        "g_to_nb": spread(
            less(
                nb["gaussian"]["bound"],
                nb["negative-binomial"]["bound"],
            ),
            1,
        ),
        "own_nb_to_p": spread(
            less(
                own["negative-binomial"]["sharp"],
                own["poisson"]["sharp"],
            ),
            1,
        ),
        "learned_r": spread(nb["negative-binomial"]["number"]),
        "poisson_r": spread(own["negative-binomial"]["number"], 0),
        "sigma": spread(nb["gaussian"]["number"], 2),
        "own_sigma": spread(own["gaussian"]["number"], 2),
    }


def charged() -> dict[str, str]:
    """What a miss of a length costs, by unit."""
    said = {"miss": fixed(100 * MISS, 0), "coin": fixed(math.log(2), 2)}
    for unit, factor in UNITS.items():
        cost = (MISS * factor) ** 2
        said[f"sse_{unit}"] = fixed(cost, 4 if cost < 1 else 0)
    return said


def logarithms(r: float) -> dict[str, str]:
    """Standard deviations of log(1 + k): true, and by the slope."""
    middle = simulated.MIDDLE
    return {
        "root": fixed(1 / math.sqrt(r), 2),
        "exact_large": fixed(log_counts.at_large_means(r), 2),
        "exact_middle": fixed(log_counts.exact(middle, r), 2),
        "near_middle": fixed(log_counts.near(middle, r), 2),
    }


def setting(plan: Counts) -> dict[str, str]:
    """What was simulated and trained, from its own settings."""
    train, valid, test = plan.cells
    sizes = (plan.genes, *plan.hidden, plan.latents)
    return {
        "network": "-".join(str(size) for size in sizes),
        "genes": str(plan.genes),
        "latents": str(plan.latents),
        "train": f"{train:,}",
        "valid": str(valid),
        "test": str(test),
        "epochs": str(plan.epochs),
        "codes": str(plan.codes),
        "dispersion": f"{plan.dispersion:g}",
        "faster": str(FASTER),
        "middle": f"{simulated.MIDDLE:g}",
        "effect": fixed(simulated.EFFECT, 1),
        "depths": fixed(simulated.DEPTHS, 1),
        **logarithms(plan.dispersion),
    }


def checked(found: dict) -> None:
    """The page says this; another outcome needs another page."""
    names = ("negative-binomial", "gaussian", "poisson")
    nb, own = found["nb"]["laws"], found["poisson"]["laws"]
    for score in ("bound", "sharp"):
        first, second, third = (fmean(nb[n][score]) for n in names)
        if not 0 < first < second < 3 < 20 < third:
            raise ValueError("another order of laws: rewrite the page")
    bounds = [fmean(own[n]["bound"]) for n in names]
    sharp = [fmean(own[n]["sharp"]) for n in names]
    if max(bounds) - min(bounds) > 1 or min(sharp) != sharp[2]:
        raise ValueError("no tie on the Poisson: rewrite the page")
    paid = fmean(own["poisson"]["rate"])
    if paid < fmean(found["poisson"]["told"]):
        raise ValueError("the right law pays no more: rewrite the page")
