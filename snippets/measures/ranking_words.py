"""The ranking, as the prose of its page says it."""

from statistics import fmean

from snippets.experiments.ranking import FLOOR
from snippets.experiments.searching import FASTER
from snippets.measures.ranking_checks import (
    ORDER,
    check,
    check_bounds,
    check_lines,
    check_steps,
)
from snippets.measures.ranking_ends import of_ends, of_reach
from snippets.measures.ranking_rules import (
    of_baselines,
    of_slopes,
    of_training,
    times,
)
from snippets.measures.standings import DIGITS, MNIST
from snippets.sweeps import SEEDS
from snippets.words import fixed, spread

# By how much the second of each pair costs more.
APART = {
    "digits": (
        ("learned", "sum"),
        ("learned", "average"),
        ("pixel", "learned"),
        ("discretised", "pixel"),
        ("mean", "tosses"),
        ("mean", "parameter"),
        ("mean", "learned"),
        ("pixel", "mean"),
        ("beta_binomial", "logistic"),
        ("beta_binomial", "binomial"),
    ),
    "mnist": (("mean", "parameter"),),
}


def apart(less: list[float], more: list[float]) -> str:
    """The difference, seed by seed."""
    both = zip(less, more, strict=True)
    return spread([b - a for a, b in both], 1)


def of_laws(part: dict) -> dict[str, str]:
    """Each score of each law over its seeds."""
    said = {}
    for name, law in part["laws"].items():
        said |= {
            f"{name}_nats": spread(law["nats"], 1),
            f"{name}_evidence": spread(law["evidence"], 1),
            f"{name}_bits": fixed(fmean(law["bits"]), 2),
            f"{name}_sharp": fixed(fmean(law["sharp"]), 2),
            f"{name}_rate": spread(law["rate"], 1),
            f"{name}_dearest": spread(law["dearest"], 0),
            f"{name}_active": spread(law["active"], 1),
            f"{name}_time": fixed(times(part, name), 1),
        }
    return said


def of_readings(reread: dict) -> dict[str, str]:
    """One network under several readings; two networks under one."""
    said = {
        f"{training}_as_{reading}": spread(nats, 1)
        for training, scores in reread.items()
        for reading, nats in scores.items()
    }
    crossed, learned = reread["mean"], reread["learned"]
    squared = reread["sum"]
    return said | {
        "alike_mean": apart(learned["mean"], crossed["mean"]),
        "alike_fitted": apart(learned["fitted"], crossed["fitted"]),
        "refit": apart(learned["fitted"], learned["bins"]),
        "reading": apart(learned["mean"], learned["bins"]),
        "sum_reading": apart(squared["mean"], squared["bins"]),
        "sum_training": apart(learned["mean"], squared["mean"]),
    }


def words(found: dict) -> dict[str, str]:
    """Digits under plain names, the larger images with a prefix."""
    said = {"seeds": str(len(SEEDS))}
    said |= {"floor": fixed(FLOOR, 2), "faster": str(FASTER)}
    said |= of_slopes(found["steep"]) | of_ends(found["digits"])
    said |= of_reach(found["digits"])
    check_steps(found["digits"]["laws"])
    check_bounds(found["digits"]["laws"])
    check_lines(found["mnist"])
    for name, base in (("digits", DIGITS), ("mnist", MNIST)):
        part, laws = found[name], found[name]["laws"]
        check(part, ORDER[name])
        here = of_laws(part) | of_training(base, laws)
        here |= of_baselines(part)
        for less, more in APART[name]:
            scores = laws[less]["nats"], laws[more]["nats"]
            here[f"{less}_to_{more}"] = apart(*scores)
            sharp = laws[less]["evidence"], laws[more]["evidence"]
            here[f"{less}_to_{more}_sharp"] = apart(*sharp)
        prefix = "" if name == "digits" else f"{name}_"
        said |= {f"{prefix}{key}": text for key, text in here.items()}
    return said | of_readings(found["digits"]["reread"])
