"""Scales that settle, where they end, a negative loss, floors."""

from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts.choose_course import course
from snippets.figures.parts.choose_curve import curve
from snippets.figures.parts.choose_floors import floors
from snippets.figures.parts.choose_scale import settling
from snippets.words import fixed


def nats(found: dict, floor: float, part: str) -> str:
    """Mean over seeds, a pixel measured in counts."""
    mean = fmean(found["floors"][floor][part]) + found["shift"]
    return fixed(mean, 0)


def alts(found: dict) -> dict[str, str]:
    """What each chart shows, in a sentence or two."""
    low, high = min(found["floors"]), max(found["floors"])
    test = [nats(found, f, "test") for f in (high, 1e-2, 1e-3, low)]
    train = [nats(found, f, "train") for f in (high, low)]
    rate = fixed(fmean(found["chosen"]["closed"]["rate"]), 0)
    return {
        "settling": "From a wide start σ falls onto the root of the"
        " mean squared error within a few epochs and stays there. From"
        " a start far below, or with a small learning rate, it moves"
        " towards it and has not arrived when training ends.",
        "curve": "Squared error falls as the rate rises. The computed"
        f" variance ends at {rate} nats, below the curve and left of"
        " the fixed variance 0.018; learned from 0.03 it ends far above"
        " the curve.",
        "course": "The loss of training and validation images passes"
        " zero early and goes on falling, towards the end more slowly"
        " on validation images than on training images.",
        "floors": "As the floor falls from 0.1 to 0.0001 the loss of"
        f" the training images falls from {train[0]} to {train[1]}"
        f" nats. The mean of the test images goes from {test[0]} to"
        f" {test[1]}, stays at {test[2]}, and jumps to {test[3]}."
        " Without one image it ends at"
        f" {nats(found, low, 'rest')}.",
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
