"""What the prose says of the courses of trainings."""

from statistics import fmean

from snippets.measures import pulls
from snippets.measures.courses import (
    COURSES,
    EPOCHS,
    LEVEL,
    MATCHED,
    RATES,
    reached,
)
from snippets.sweeps import SEEDS, SMALL_DIGITS, setting
from snippets.vae.dataset import load
from snippets.words import fixed, power, spread

LAST = ("error", "haze")
ROUGH = 0.1  # a milder level
MOVED = 1e-3  # of error: less is no move


def when(found: dict, level: float = LEVEL) -> str:
    """The step at which it arrives, or that it does not."""
    steps = [reached(row, level) for row in found["error"]]
    arrived = [step for step in steps if step is not None]
    if not arrived:
        return "never"
    if len(arrived) < len(steps):
        return f"{len(arrived)} of {len(steps)}"
    return spread(arrived, 0)


def of_courses(found: dict[str, dict]) -> dict[str, str]:
    """Steps to the level, and error, haze and rate at the end."""
    said = {}
    for name, each in found.items():
        ends = {k: [row[-1] for row in each[k]] for k in LAST}
        said |= {f"{name}_when": when(each)}
        said |= {f"{name}_{k}": spread(v, 4) for k, v in ends.items()}
        said |= {f"{name}_rate": spread(each["rate"], 2)}
        said |= {f"{name}_rough": when(each, ROUGH)}
    straight = found["adam_usual_line"]
    haze = [row[-1] for row in found["sgd_usual_coin"]["haze"]]
    lost = found["adam_lost_bell"]["error"]
    stuck = [row for row in lost if abs(row[0] - row[-1]) < MOVED]
    still = found["sgd_wrong_arctan"]["error"]
    moved = max(abs(row[0] - row[-1]) for row in still)
    foreseen = [pulls.foreseen(one, MATCHED) for one in haze]
    return said | {
        "outside": spread([100 * s for s in straight["outside"]], 1),
        "furthest": fixed(max(straight["furthest"]), 2),
        "foreseen": spread(foreseen, 4),
        "arctan_moved": power(max(moved, 1e-6)),  # of float32
        "stuck": f"{len(stuck)} of {len(lost)}",
    }


def of_collapse(found: dict[float, dict]) -> dict[str, str]:
    """Rates by either output, at each variance."""
    said = {}
    for variance, each in found.items():
        name, digits = ("half", 3) if variance < 1 else ("one", 4)
        said |= {f"{name}_count": str(each["count"])}
        for side in ("sigmoid", "linear"):
            said[f"{name}_{side}"] = spread(each[side]["rate"], digits)
    return said


def of_settings() -> dict[str, str]:
    """What captions say of the trainings."""
    run = COURSES["adam_usual_coin"][0]
    each = len(load(run.data).train.counts) // run.batch
    return {
        "setting": setting(run),
        "seeds": str(len(SEEDS)),
        "steps": str(EPOCHS * each),
        "long_epochs": str(SMALL_DIGITS.epochs),
        "matched": f"{MATCHED:g}",
        "level": f"{LEVEL:g}",
        "rough": f"{ROUGH:g}",
        "sgd_rate": f"{RATES['sgd']:g}",
        "adam_rate": f"{RATES['adam']:g}",
    }


def check(found: dict) -> None:
    """What the prose says of the trainings, or an error."""
    courses = found["courses"]
    mean = {
        name: fmean(row[-1] for row in each["error"])
        for name, each in courses.items()
    }
    never = ("sgd_wrong_bell", "sgd_wrong_arctan", "adam_lost_bell")
    late = [when(courses[name]) for name in never]
    usual = [mean[f"adam_usual_{n}"] for n in ("coin", "bell", "line")]
    half = found["collapse"][1 / 2]
    if not (
        late == ["never"] * len(never)
        and usual[1] < usual[0] < usual[2]
        and mean["adam_wrong_bell"] < mean["adam_wrong_coin"]
        and fmean(half["linear"]["rate"])
        < fmean(half["sigmoid"]["rate"]) * 1.1
        < fmean(courses["adam_usual_line"]["rate"]) / 2
    ):
        raise ValueError("the trainings say something else: look anew")
