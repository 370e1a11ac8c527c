"""How the trainings with the guarded loss end, as the prose says it."""

from collections.abc import Sequence
from math import ceil

from snippets.measures.saturation_checks import (
    check,
    failed,
    not_saved,
    only_guarded,
)
from snippets.words import fixed, power, spread


def between(
    values: Sequence[int] | Sequence[float], digits: int = 0
) -> str:
    """The least and the greatest."""
    ends = [fixed(end, digits) for end in (min(values), max(values))]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def of_runs(
    runs: dict, ones: dict[str, float], edges: dict
) -> dict[str, str]:
    """How many of each group failed, when, and in what health."""
    check(runs)
    said = {
        f"{name}_failed": f"{len(failed(group))} of {len(group)}"
        for name, group in runs.items()
    }
    return {
        **said,
        **of_sound(runs, edges["bfloat16"]["certain"]),
        **of_certain(runs),
        **of_wild(runs),
        "full": fixed(100 * ones["full"], 1),
    }


def of_sound(runs: dict, coarse: float) -> dict[str, str]:
    """The trainings on grey pixels; `coarse`: an edge to count at."""
    asked = runs["asked"]
    tops = [max(run["tops"]) for run in asked]
    return {
        "asked_top": spread(tops, 1),
        "asked_beyond": str(sum(top >= coarse for top in tops)),
        "asked_below": spread([1e6 * run["below"] for run in asked], 0),
        "asked_extra": power(max(run["extra"] for run in asked)),
        "grey_top": spread([max(r["tops"]) for r in runs["grey"]], 1),
    }


def of_certain(runs: dict) -> dict[str, str]:
    """The trainings on pixels of 0 and 1."""
    ended, sound = failed(runs["binary"]), runs["binary_logits"]
    tops = [max(run["tops"]) for run in sound]
    below = len(sound) - len(ended)
    return {
        "binary_crossed": str(len(ended)),
        "binary_below": "the other does not reach"
        if below == 1
        else f"the other {below} do not reach",
        "binary_epochs": between([ceil(r["epochs"]) for r in ended]),
        "binary_nan": between([run["nan"] for run in ended]),
        "binary_rest": between([run["rest"] for run in ended]),
        "binary_logits_top": spread(tops, 1),
        "binary_logits_loss": spread([r["loss"] for r in sound], 1),
    }


def of_wild(runs: dict) -> dict[str, str]:
    """The trainings with a large learning rate."""
    ((guarded, exact),) = only_guarded(runs)
    late = runs["faster_logits"]
    zeros = sum(run["narrowest"] == 0 for run in not_saved(runs))
    return {
        "fast_inf": fixed(guarded["inf"], 0),
        "fast_rest": fixed(guarded["rest"], 0),
        "fast_loss": fixed(exact["loss"], 0),
        "not_saved": fixed(len(not_saved(runs)), 0),
        "zero": fixed(zeros, 0),
        "not_zero": fixed(len(not_saved(runs)) - zeros, 0),
        "faster_step": between([run["step"] for run in runs["faster"]]),
        "faster_logits_step": between([run["step"] for run in late]),
        "faster_top": between([max(r["tops"]) for r in runs["faster"]]),
    }
