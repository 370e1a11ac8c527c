"""What the page on chosen variances says of floors."""

import math
from collections.abc import Iterable
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
            for name in ("train", "test", "median", "rest", "odd")
        }
        for floor, scores in found["floors"].items()
    }
    low, next_, middle = (nats[floor] for floor in (1e-4, 1e-3, 1e-2))
    gained = fmean(middle["train"]) - fmean(next_["train"])
    leaner = zip(next_["test"], middle["test"], strict=True)
    step = found["alone"][1e-3] - found["alone"][1e-4]
    return of_surprise(found) | {
        "digits_step": fixed(step, 2),
        "mnist_still": str(found["still"]["mnist"]),
        "mnist_step": fixed(found["still"]["mnist"] * math.log(10), 0),
        "narrow_pixels": enumerated(
            fixed(fmean(each["narrow"]), 1)
            for each in found["floors"].values()
        ),
        "floor_setting": setting(FLOORED[1e-2][0]),
        "train_gained": fixed(gained, 0),
        "test_middle": spread(middle["test"], 1),
        "test_next": spread(next_["test"], 1),
        "leaner_seeds": str(sum(a < b for a, b in leaner)),
        "cheaper": fixed(100 * fmean(found["cheaper"]), 0),
        "medians": enumerated(
            fixed(fmean(each["median"]), 0)
            for each in (middle, next_, low)
        ),
        "rests": enumerated(
            spread(each["rest"], 0) for each in (middle, next_, low)
        ),
        "test_least": fixed(min(low["test"]), 0),
        "test_most": fixed(max(low["test"]), 0),
        "centred": fixed(centred(1e-2), 1),
        "round_mnist": fixed(1 / LEVELS[0] / math.sqrt(12), 4),
        "round_digits": fixed(1 / LEVELS[1] / math.sqrt(12), 3),
        "counted_train": spread(found["counted"]["train"], 0),
        "counted_test": spread(found["counted"]["test"], 0),
        "counted_most": fixed(max(found["counted"]["most"]), 0),
    }


def enumerated(each: Iterable[str]) -> str:
    """a, b and c."""
    *first, last = each
    return ", ".join(first) + f" and {last}"


def centred(scale: float) -> float:
    """Nats of a digit whose bells stand in the middle of counts."""
    pixels = load("digits").train.counts.shape[1]
    beyond = math.erfc(1 / (2 * LEVELS[1]) / scale / math.sqrt(2))
    return -pixels * math.log1p(-beyond)


def of_surprise(found: dict) -> dict[str, str]:
    """A position that never changed, until it did."""
    seen = found["still"]["digits"]
    floor = min(found["floors"])
    miss = seen["count"][0] / LEVELS[1]
    lowest = found["floors"][floor]
    surprise = (miss / floor) ** 2 / 2
    return {
        "still": enumerated(str(at) for at in seen["positions"]),
        "still_count": str(len(seen["positions"])),
        "moving": str(seen["moving"][0]),
        "moving_count": str(seen["count"][0]),
        "train_images": fixed(len(load("digits").train.counts), 0),
        "surprise": fixed(surprise, 0),
        "odd_least": fixed(min(lowest["odd"]) + found["shift"], 0),
        "odd_most": fixed(max(lowest["odd"]) + found["shift"], 0),
        "odd_beyond": str(sum(o > surprise for o in lowest["odd"])),
        "test_images": fixed(len(load("digits").test.counts), 0),
    }
