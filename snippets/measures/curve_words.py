"""What the page about the one curve says of its measurements."""

from statistics import fmean

from snippets.measures.curve_checks import FLAT, SIDES, check
from snippets.measures.curves import (
    Scores,
    at_a_minimum,
    bought,
    ends,
    outside,
    saved_by_neighbour,
    steps,
)
from snippets.measures.twin_words import alike, both_rulers
from snippets.sweeps import (
    PIXELS,
    SMALL_DIGITS,
    cross_entropy,
    setting,
)
from snippets.words import fixed, fraction, spread

LONGER_EPOCHS = 60
OWN = 1.0, 1 / 2  # the step whose upper end is furthest off on MNIST


def place(name: str, found: dict) -> dict[str, str]:
    """Where cross-entropy lies beside one curve."""
    gap = [100 * each for each in found["gap"]]
    return {
        f"{name}_rate": spread(found["bernoulli"]["rate"], 1),
        f"{name}_error": spread(found["bernoulli"]["error"], 4),
        f"{name}_matched": spread(found["matched"], 3),
        f"{name}_matched_mean": fixed(fmean(found["matched"]), 2),
        f"{name}_gap": spread(gap, 1),
        f"{name}_coin": spread(found["coin"], 3),
        f"{name}_under": str(sum(each < 0 for each in gap)),
        f"{name}_over": fixed(max(gap), 1),
        f"{name}_seeds": str(len(gap)),
    }


def slopes(name: str, sweep: dict[float, Scores]) -> dict[str, str]:
    """How many slopes can be those of minima, seed by seed."""
    each = steps(sweep, SIDES[name])
    inside = {
        step: sum(at_a_minimum(step, slope) for slope in found)
        for step, found in each.items()
    }
    whole = [step for step in each if inside[step] == len(each[step])]
    flat, steep = outside(each)
    sent = [fmean(sweep[v]["rate"]) for v in list(sweep)[: FLAT + 1]]
    return {
        f"{name}_flat": str(sum(flat.values())),
        f"{name}_steep": str(sum(steep.values())),
        f"{name}_steep_steps": str(sum(map(bool, steep.values()))),
        f"{name}_sent": fixed(max(sent), 2),
        f"{name}_inside": str(sum(inside.values())),
        f"{name}_slopes": str(sum(map(len, each.values()))),
        f"{name}_whole": str(len(whole)),
        f"{name}_steps": str(len(each)),
    }


def more_epochs(found: dict) -> dict[str, str]:
    """What a longer training does to three places on MNIST."""
    before = {
        "half": found["mnist"]["training"][1 / 2],
        "matched": found["twin_training"],
    }
    after = found["longer"]
    said = {
        "usual_slope": spread(bought(**ends(before), pixels=PIXELS), 2),
        "longer_slope": spread(
            bought(**ends(after["training"]), pixels=PIXELS), 2
        ),
    }
    for name, scores in after["test"].items():
        said[f"longer_{name}_rate"] = spread(scores["rate"], 1)
        said[f"longer_{name}_error"] = spread(scores["error"], 4)
    half = found["mnist"]["sweep"][1 / 2]
    said["half_rate"] = spread(half["rate"], 1)
    said["half_error"] = spread(half["error"], 4)
    return said


def said(found: dict, matched: float) -> dict[str, str]:
    """All words of the page; raises as `check` does."""
    check(matched, found)
    mnist, twin = found["mnist"], found["twin"]
    longer = found["longer"]["test"]["half"]
    far = mnist["sweep"][max(mnist["sweep"])]
    nats = saved_by_neighbour(mnist["training"], OWN, PIXELS)
    return {
        **place("mnist", mnist),
        **place("digits", found["digits"]),
        **slopes("mnist", mnist["training"]),
        **slopes("digits", found["digits"]["training"]),
        **more_epochs(found),
        **both_rulers(found["rulers"]),
        **alike(found["likeness"]),
        "saved": spread(nats, 1),
        "saved_large": fraction(OWN[0]),
        "saved_small": fraction(OWN[1]),
        "matched": fixed(matched, 3),
        "box_low": fixed(2 * matched, 2),
        "deviation": fixed(matched**0.5, 1),
        "longer_epochs": str(LONGER_EPOCHS),
        "longer_seeds": str(len(longer["rate"])),
        "far_seeds": str(len(far["rate"])),
        "twin_rate": spread(twin["rate"], 1),
        "twin_error": spread(twin["error"], 4),
        "learned_variance": spread(found["learned"]["variance"], 4),
        "setting": setting(cross_entropy()[0]),
        "digits_setting": setting(SMALL_DIGITS),
        "epochs": str(cross_entropy()[0].epochs),
        "seeds": str(len(mnist["coin"])),
    }
