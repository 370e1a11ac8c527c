"""The sentence as a path to one number, and many such numbers."""

from statistics import fmean, stdev

from snippets.build.style import chart
from snippets.figures.parts.sentence_draws import sentence_draws
from snippets.figures.parts.sentence_path import HEIGHTS, sentence_path
from snippets.words import fixed


def along(found: dict) -> str:
    """What the path shows, in words."""
    return (
        f"From left to right: a handwritten {found['digit']}, which is"
        " the input; its code, a cloud of"
        f" {len(found['loc'])} bars with one dot drawn from each; the"
        " probabilities of ink that the decoder makes of the dots, a"
        f" blurred {found['digit']}; and what each pixel costs, mostly"
        " at the edges of the strokes. All costs together are"
        f" {fixed(found['draws'][0], 1)} nats."
    )


def scattered(found: dict) -> str:
    """What the histogram shows, in words."""
    draws = found["draws"]
    return (
        f"The numbers of {len(draws)} draws of the code of one image."
        f" They run from {fixed(min(draws), 0)} to"
        f" {fixed(max(draws), 0)} nats, with the mean"
        f" {fixed(fmean(draws), 1)} and the standard deviation"
        f" {fixed(stdev(draws), 1)}."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """Two charts."""
    return {
        "path.html": chart(
            lambda fig, narrow: sentence_path(found, fig, narrow),
            "path",
            "full",
            HEIGHTS,
            along(found),
        ),
        "draws.html": chart(
            lambda fig, narrow: sentence_draws(found, fig, narrow),
            "draws",
            "column",
            (240, 240),
            scattered(found),
        ),
    }
