"""What the prose says of the courses of trainings."""

from statistics import fmean

from snippets.experiments.links import EVERY
from snippets.measures import pulls
from snippets.measures.courses import (
    COURSES,
    EPOCHS,
    LEVEL,
    MATCHED,
    RATES,
    reached,
)
from snippets.measures.saturation_words import between
from snippets.sweeps import SEEDS, SMALL_DIGITS, setting
from snippets.vae.dataset import load
from snippets.words import fixed, power, spread

LAST = ("error", "haze")
MOVED = 1e-3  # of error: less is no move


def when(found: dict) -> str:
    """The step from which on it is below, or that it is not."""
    steps = [reached(row, LEVEL) for row in found["error"]]
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
    straight = found["adam_usual_line"]
    haze = [row[-1] for row in found["sgd_usual_coin"]["haze"]]
    still = found["sgd_wrong_arctan"]["error"]
    moved = max(abs(row[0] - row[-1]) for row in still)
    foreseen = [pulls.foreseen(one, MATCHED) for one in haze]
    lone = fmean(map(pulls.cleared, haze))
    return said | {
        "outside": spread([100 * s for s in straight["outside"]], 1),
        "furthest": fixed(max(straight["furthest"]), 2),
        "foreseen": spread(foreseen, 4),
        "arctan_moved": power(max(moved, 1e-6)),  # of float32
        "lone": fixed(lone, 0),
    }


def of_starts(found: dict) -> dict[str, str]:
    """How far outputs scatter at first; who leaves a lost start."""
    lost = found["courses"]["adam_lost_bell"]["error"]
    away = [row[-1] for row in lost if abs(row[0] - row[-1]) >= MOVED]
    said = {
        "stuck": f"{len(lost) - len(away)} of {len(lost)}",
        "away": " and ".join(fixed(end, 2) for end in away),
    }
    for start, each in found["begun"].items():
        said[f"{start}_least"] = fixed(min(each["least"]), 1)
        said[f"{start}_most"] = fixed(max(each["most"]), 1)
    below = [100 * s for s in found["begun"]["lost"]["below"] if s]
    return said | {
        "below_seeds": f"{len(below)} of {len(lost)}",
        "below": between(below, 3),
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
        "every": str(EVERY),
        "plain_time": f"{EPOCHS * each * RATES['sgd']:g}",
        "blank": str(
            load(run.data).train.counts.amax(0).eq(0).sum().item()
        ),
        "sgd_rate": f"{RATES['sgd']:g}",
        "adam_rate": f"{RATES['adam']:g}",
    }
