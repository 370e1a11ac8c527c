"""Scales that settle, where they end, a negative loss, floors."""

from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts.choose_course import course
from snippets.figures.parts.choose_curve import curve
from snippets.figures.parts.choose_floors import floors
from snippets.figures.parts.choose_scale import settling
from snippets.words import fixed


def alts(found: dict) -> dict[str, str]:
    """What each chart shows, in a sentence or two."""
    low, high = min(found["floors"]), max(found["floors"])
    tests = {f: found["floors"][f]["test"] for f in (low, high)}
    ends = {f: fmean(tests[f]) + found["shift"] for f in tests}
    rate = fixed(fmean(found["chosen"]["closed"]["rate"]), 0)
    return {
        "settling": "From a wide start σ falls onto the root of the"
        " mean squared error within a few epochs and stays there; from"
        " a start far below, or with a small learning rate, it moves"
        " towards it and has not arrived when training ends.",
        "curve": "Squared error falls as the rate rises. The computed"
        f" variance ends at {rate} nats, beside the fixed variance"
        " 0.018; learned from 0.03 it ends right of the curve.",
        "course": "The loss of training and validation images passes"
        " zero early and goes on falling; then the validation loss"
        " levels off while the training loss still falls.",
        "floors": "As the floor falls from 0.1 to 0.0001 the loss of"
        " the training images falls, and that of the test images rises"
        f" from {fixed(ends[high], 0)} to {fixed(ends[low], 0)} nats.",
    }


def draw(found: dict) -> dict[str, str | bytes]:
    """Four charts."""
    drawn = {
        "settling": (settling, found["settling"], (370, 370)),
        "curve": (curve, found, (280, 280)),
        "course": (course, found["long"], (300, 280)),
        "floors": (floors, found, (330, 320)),
    }
    said = alts(found)
    return {
        f"{name}.html": chart(
            lambda fig, narrow, show=show, part=part: show(
                part, fig, narrow
            ),
            name,
            "column",
            heights,
            said[name],
        )
        for name, (show, part, heights) in drawn.items()
    }
