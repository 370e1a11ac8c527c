"""What the page on chosen variances says of scales."""

import math
from itertools import product
from statistics import fmean

import numpy as np

from snippets.experiments.noise import LOOKED_AT
from snippets.measures.saturation_words import between
from snippets.measures.scales import MET, STARTED
from snippets.sweeps import PIXELS, SEEDS, setting
from snippets.vae.dataset import load
from snippets.words import fixed, spread


def of_place(name: str, scores: dict) -> dict[str, str]:
    """A row of the table."""
    return {
        f"{name}_variance": spread(scores["variance"], 4),
        f"{name}_rate": spread(scores["rate"], 1),
        f"{name}_error": spread([1e3 * e for e in scores["error"]], 1),
        f"{name}_loss": spread(scores["loss"], 0),
    }


def of_scales(found: dict) -> dict[str, str]:
    """Where a scale went, and how far it could have gone."""
    wide, slow = (STARTED[name][0] for name in ("wide", "slow"))
    steps = (
        wide.epochs * len(load(wide.data).train.counts) // wide.batch
    )
    settled = found["settling"]
    fall = math.exp(-slow.scale_rate * steps)
    reach = slow.floor + (slow.start - slow.floor) * fall
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
        "met_within": fixed(100 * MET, 0),
        "looked_at": str(LOOKED_AT),
        "narrow_first": spread(found["narrow_first"], 0),
    }
    said |= of_starts(settled) | of_lag(found["chosen"])
    for name, which in product(("slow", "narrow"), ("scale", "root")):
        last = [row[-1] for row in settled[name][which]]
        said[f"{name}_{which}"] = spread(last, 4)
    for memory in found["replayed"]:
        name = round(1 / (1 - memory))
        for key, start in (
            ("", "replayed"),
            ("near_", "replayed_near"),
        ):
            said[f"{key}replay_{name}"] = spread(
                found[start][memory], 3
            )
    for name in ("closed", "wide", "narrow", "slow"):
        said |= of_place(name, found["chosen"][name])
    for at, scores in enumerate(found["fixed"].values()):
        said |= of_place(f"fixed_{at}", scores)
    return said


def of_starts(settled: dict) -> dict[str, str]:
    """From 0.03: the slopes. From 0.1: how far beyond the root."""
    narrow, near = settled["narrow"], settled["near"]
    start = STARTED["narrow"][0].start
    ratios = [start / row[0] for row in narrow["root"]]
    first = fmean(PIXELS * (1 - r**-2) for r in ratios)
    last = fmean(PIXELS * (1 - r**-2) for r in narrow["ratio"])
    pairs = zip(near["scale"], near["root"], strict=True)
    by_epoch = [np.divide(*pair) for pair in pairs]
    return {
        "first_pull": fixed(first, 0),
        "last_pull": fixed(last, 0),
        "near_scale": spread([row[-1] for row in near["scale"]], 3),
        "near_root": spread([row[-1] for row in near["root"]], 3),
        "near_passed": between(
            [int((r > 1).argmax()) for r in by_epoch]
        ),
        "near_over": fixed(
            100 * fmean(r.max() - 1 for r in by_epoch), 0
        ),
        "near_off": fixed(100 * (fmean(near["ratio"]) - 1), 0),
    }


def of_lag(chosen: dict) -> dict[str, str]:
    """Nats that a learned scale ends behind the computed one."""
    said = {}
    for name in ("wide", "near"):
        both = zip(
            chosen[name]["loss"], chosen["closed"]["loss"], strict=True
        )
        lag = [learned - computed for learned, computed in both]
        said[f"{name}_lag"] = fixed(fmean(lag), 0)
        said[f"{name}_lags"] = between(lag)
    return said
