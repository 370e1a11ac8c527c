"""What the page on chosen variances says of scales and losses."""

import math
from itertools import product
from statistics import fmean

from snippets.measures.scales import LONG, STARTED
from snippets.sweeps import PIXELS, SEEDS, setting
from snippets.vae.dataset import load
from snippets.vae.evaluation import bits_per_pixel
from snippets.words import fixed, spread

WINDOW = 50  # epochs


def of_place(name: str, scores: dict) -> dict[str, str]:
    """A row of the table."""
    return {
        f"{name}_variance": spread(scores["variance"], 4),
        f"{name}_rate": spread(scores["rate"], 1),
        f"{name}_error": spread([1e3 * e for e in scores["error"]], 1),
        f"{name}_loss": spread(scores["loss"], 0),
    }


def more(one: list[float], other: list[float]) -> str:
    """By how many per cent the mean of one is above the other's."""
    return fixed(100 * (fmean(one) / fmean(other) - 1), 0)


def of_scales(found: dict) -> dict[str, str]:
    """Where a scale went, and how far it could have gone."""
    wide, slow = (STARTED[name][0] for name in ("wide", "slow"))
    steps = (
        wide.epochs * len(load(wide.data).train.counts) // wide.batch
    )
    settled = found["settling"]
    first = settled["narrow"]["root"][0][0]
    start = STARTED["narrow"][0].start
    late = fmean(settled["narrow"]["ratio"])
    reach = slow.start * math.exp(-slow.scale_rate * steps)
    pulls = [PIXELS * (1 - r**-2) for r in (start / first, late)]
    said = {
        "setting": setting(wide),
        "seeds": str(len(SEEDS)),
        "epochs": str(wide.epochs),
        "steps": str(steps),
        "pixels": str(PIXELS),
        "halving": fixed(PIXELS / 2 * math.log(2), 0),
        "scale_step": f"{wide.scale_rate:g}",
        "slow_step": f"{slow.scale_rate:g}",
        "learned_floor": f"{slow.floor:g}",
        "wide_met": str(max(settled["wide"]["met"])),
        "reach": fixed(reach, 3),
        "near_off": more(settled["near"]["ratio"], [1.0]),
        "fixed_more": more(
            found["fixed"][min(found["fixed"])]["error"],
            found["chosen"]["closed"]["error"],
        ),
        "first_pull": fixed(pulls[0], 0),
        "last_pull": fixed(pulls[1], 0),
        "narrow_first": fixed(found["narrow_first"], 0),
    }
    for name, which in product(("slow", "narrow"), ("scale", "root")):
        last = [row[-1] for row in settled[name][which]]
        said[f"{name}_{which}"] = spread(last, 4)
    for memory, scales in found["replayed"].items():
        said[f"replay_{round(1 / (1 - memory))}"] = spread(scales, 3)
    for name in ("closed", "wide", "narrow", "slow"):
        said |= of_place(name, found["chosen"][name])
    for at, scores in enumerate(found["fixed"].values()):
        said |= of_place(f"fixed_{at}", scores)
    return said


def of_losses(found: dict) -> dict[str, str]:
    """Losses below zero, in three units and over time."""
    threshold = 1 / (2 * math.pi * math.e)
    bits = [
        bits_per_pixel(nats, PIXELS) for nats in found["units"]["mass"]
    ]
    rows = found["long"]
    gains = {
        part: [row[-1 - WINDOW] - row[-1] for row in rows[part]]
        for part in rows
    }
    both = zip(rows["valid"], rows["train"], strict=True)
    units = {k: spread(v, 0) for k, v in found["units"].items()}
    return units | {
        "threshold": fixed(threshold, 3),
        "threshold_root": fixed(math.sqrt(threshold), 2),
        "bits": spread(bits, 3),
        "per_cent": fixed(PIXELS / 100, 1),
        "window": str(WINDOW),
        "train_gain": fixed(fmean(gains["train"]), 1),
        "valid_gain": fixed(fmean(gains["valid"]), 1),
        "gap": spread(
            [valid[-1] - train[-1] for valid, train in both], 1
        ),
        "long_setting": setting(LONG[0]),
        "long_images": fixed(len(load(LONG[0].data).train.counts), 0),
        "long_scale": spread(
            [row[-1] for row in found["long_scale"]], 3
        ),
        "long_floor": f"{LONG[0].floor:g}",
    }
