"""What the page on chosen variances says of floors."""

import math
from statistics import fmean

from snippets.measures.floors import FLOORED
from snippets.sweeps import setting
from snippets.vae.dataset import load
from snippets.words import fixed, spread

LEVELS = [load(name).levels for name in ("mnist_5k", "digits")]


def of_floors(found: dict) -> dict[str, str]:
    """What floors cost and gain; the unit of a pixel is one count."""
    nats = {
        floor: {
            name: [each + found["shift"] for each in scores[name]]
            for name in ("train", "test", "median")
        }
        for floor, scores in found["floors"].items()
    }
    low, next_, middle = (nats[floor] for floor in (1e-4, 1e-3, 1e-2))
    gained = fmean(middle["train"]) - fmean(next_["train"])
    step = found["alone"][1e-3] - found["alone"][1e-4]
    return of_surprise(found) | {
        "digits_step": fixed(step, 2),
        "mnist_still": str(found["still"]["mnist"]),
        "mnist_step": fixed(found["still"]["mnist"] * math.log(10), 0),
        "narrow_pixels": spread(found["floors"][1e-2]["narrow"], 1),
        "floor_setting": setting(FLOORED[1e-2][0]),
        "train_gained": fixed(gained, 0),
        "test_middle": spread(middle["test"], 1),
        "test_next": spread(next_["test"], 1),
        "median": fixed(max(low["median"]), 0),
        "test_least": fixed(min(low["test"]), 0),
        "test_most": fixed(max(low["test"]), 0),
        "round_mnist": fixed(1 / LEVELS[0] / math.sqrt(12), 4),
        "round_digits": fixed(1 / LEVELS[1] / math.sqrt(12), 3),
        "counted_train": spread(found["counted"]["train"], 0),
        "counted_test": spread(found["counted"]["test"], 0),
        "counted_most": fixed(max(found["counted"]["most"]), 0),
    }


def of_surprise(found: dict) -> dict[str, str]:
    """A position that never changed, until it did."""
    seen = found["still"]["digits"]
    floor = min(found["floors"])
    miss = seen["count"][0] / LEVELS[1]
    worst = found["floors"][floor]["worst"]
    still = [str(at) for at in seen["positions"]]
    return {
        "still": ", ".join(still[:-1]) + f" and {still[-1]}",
        "still_count": str(len(still)),
        "moving": str(seen["moving"][0]),
        "moving_count": str(seen["count"][0]),
        "train_images": fixed(len(load("digits").train.counts), 0),
        "surprise": fixed((miss / floor) ** 2 / 2, 0),
        "same_worst": str(sum(at in seen["images"] for at in worst)),
    }


def check(found: dict) -> None:
    """Raises ValueError where the prose would be wrong."""
    settled = found["settling"]
    said = {
        "from a wide start σ arrives": None
        not in settled["wide"]["met"],
        "from far below it does not": max(settled["narrow"]["ratio"])
        < 0.9,
        "learned slowly it does not": min(settled["slow"]["ratio"])
        > 1.2,
        "one surprise makes the test loss": min(
            found["floors"][min(found["floors"])]["test"]
        )
        > max(found["floors"][1e-2]["test"]) + 100,
    }
    for fact, holds in said.items():
        if not holds:
            raise ValueError(f"the page says that {fact}: look anew")
