"""Line by line, the loss of the question is minus the ELBO."""

from itertools import chain

from snippets.experiments.lines import AGAINST
from snippets.experiments.slips import weight
from snippets.figures.the_loss_is_minus_the_elbo import draw
from snippets.measures.agreement import (
    EQUAL,
    LAWS,
    SLIPPED,
    duels,
    ends,
    lowered,
    rates,
    runaway,
)
from snippets.measures.anatomy import BATCH, anatomy
from snippets.measures.question import GUARD
from snippets.sweeps import PIXELS, SEEDS, binary, setting
from snippets.words import fixed, power, spread

__all__ = ["RUNS", "draw", "measure", "words"]

TAKEN = binary()[0]
EPOCH = 10  # steps
DOTS = 64  # pixels of the small images
SEEN = 200  # steps of the curves, more than the wrong sign lasts
RUNS = (
    TAKEN,
    *chain(*EQUAL.values()),
    *chain(*SLIPPED.values()),
)


def measure() -> dict:
    """A batch taken apart, two losses side by side, eight slips."""
    return {
        **anatomy(TAKEN),
        "equal": {view: duels(group) for view, group in EQUAL.items()},
        "lowered": {v: lowered(group) for v, group in EQUAL.items()},
        "slips": {name: ends(g) for name, g in SLIPPED.items()},
        "rates": {n: rates(SLIPPED[n], SEEN) for n in ("none", "sign")},
        "wrong": runaway(SLIPPED["sign"]),
    }


def one_image(found: dict) -> dict[str, str]:
    """The numbers of the figure that takes the loss apart."""
    terms = [found[n][found["shown"]] for n in ("distortion", "rate")]
    return {
        "setting": setting(TAKEN),
        "batch": str(BATCH),
        "pixels": str(PIXELS),
        "latents": str(TAKEN.latents),
        "distortion": fixed(terms[0], 1),
        "rate": fixed(terms[1], 1),
        "total": fixed(sum(terms), 1),
        "cost": fixed(found["cost"], 1),
        "off": power(max(found["off"])),
    }


def agreement(found: dict) -> dict[str, str]:
    """How far two trainings are apart, in both precisions."""
    said = {}
    for pair in AGAINST:
        both = [found["equal"][view][pair] for view in LAWS]
        worst = max(max(each["losses"]) for each in both)
        last = [w[-1] for each in both for w in each["weights"]]
        said[f"{pair}_worst"] = power(worst)
        said[f"{pair}_weights"] = power(max(last))
    for view, nats in found["lowered"].items():
        said[f"lowered_{view}"] = spread([1e8 * n for n in nats], 2)
    run = EQUAL["grey"][0].settings
    sizes = (DOTS, *run.hidden, run.latents)
    return said | {
        "seeds": str(len(SEEDS)),
        "steps": fixed(EPOCH * run.epochs, 0),
        "network": "-".join(map(str, sizes)),
        "speed": f"{run.learning_rate:g}",
        "lowered_most": fixed(1e8 * 2 * DOTS * GUARD, 2),
        "dots": str(DOTS),
    }


def slips(found: dict) -> dict[str, str]:
    """The weight of the rate, what it trains, the wrong sign."""
    first = SLIPPED["none"][0]
    said = {
        "slip_setting": setting(first.settings),
        "slip_epochs": str(first.epochs),
        "slip_latents": str(first.latents),
        "slip_batch": str(first.settings.batch),
        "slip_speed": f"{first.learning_rate:g}",
    }
    for name, last in found["slips"].items():
        value = weight(name, DOTS, first.latents, first.settings.batch)
        said[f"{name}_weight"] = fixed(value, 3 if 0 < value < 1 else 0)
        if name != "sign":
            said[f"{name}_rate"] = spread(last, 2)
    for event, steps in found["wrong"].items():
        said[f"{event}_first"] = str(min(steps))
        said[f"{event}_last"] = str(max(steps))
    reached = min(found["slips"]["sign"]) / 10  # `power` rounds up
    return said | {"sign_rate": power(reached)}


def words(found: dict) -> dict[str, str]:
    """The loss taken apart, the agreement, the slips."""
    return one_image(found) | agreement(found) | slips(found)
