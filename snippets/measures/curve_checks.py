"""What must hold for the text about the one curve to be true."""

from statistics import fmean, stdev

from snippets.measures.curves import (
    at_a_minimum,
    bought,
    ends,
    outside,
    steps,
)
from snippets.sweeps import PIXELS, SMALL_DIGITS
from snippets.vae.dataset import load

SIDES = {"mnist": PIXELS, "digits": load(SMALL_DIGITS.data).side ** 2}
FLAT = 2  # steps on digits, from the largest variance


def check(matched: float, found: dict) -> None:
    """Raises ValueError where the text would no longer be true."""
    match = found["mnist"]["matched"]
    if abs(fmean(match) - matched) > stdev(match):
        raise ValueError(
            f"trained at {matched}, but the curve has the rate of"
            f" cross-entropy at {fmean(match):.3f}: train there"
        )
    each = steps(found["mnist"]["training"], PIXELS)
    flat = [s for s, slope in each.items() if fmean(slope) <= 2 * s[0]]
    if flat:
        raise ValueError(
            f"the page says that MNIST is too steep in every step; in"
            f" {flat} it is not: rewrite it"
        )
    small = steps(found["digits"]["training"], SIDES["digits"])
    flat, steep = outside(small)
    first, later = list(steep)[:FLAT], list(flat)[FLAT:]
    if any(steep[s] for s in first) or any(flat[s] for s in later):
        raise ValueError(
            "the page says that on digits slopes are too flat in the"
            f" first {FLAT} steps only, and too steep in others only;"
            " that is no longer so: rewrite it"
        )
    after = bought(**ends(found["longer"]["training"]), pixels=PIXELS)
    if not all(at_a_minimum((1 / 2, matched), each) for each in after):
        raise ValueError(
            "the page says that a longer training brings the slope"
            f" into its box; it is {after}: rewrite it"
        )
