"""A sigmoid and squared error saturate together, neither alone."""

from itertools import chain

from snippets.figures.the_mismatch_saturates import draw
from snippets.measures import (
    courses,
    link_checks,
    link_words,
    pull_words,
    pulls,
)
from snippets.sweeps import gaussian_digits
from snippets.words import fixed

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = (
    *chain.from_iterable(courses.COURSES.values()),
    *chain.from_iterable(courses.STRAIGHT.values()),
    *chain.from_iterable(map(gaussian_digits, courses.COLLAPSING)),
)


def measure() -> dict:
    """Pulls by formula, courses by training, rates at collapse."""
    return {
        "curves": pulls.curves(),
        "courses": {
            name: courses.course(runs)
            for name, runs in courses.COURSES.items()
        },
        "begun": {
            start: courses.begun(courses.COURSES[f"adam_{start}_bell"])
            for start in courses.STARTS
        },
        "collapse": courses.collapsed(),
        "mean_image": courses.mean_image_error(),
    }


def words(found: dict) -> dict[str, str]:
    """Pulls, times, steps, rates and the settings behind them."""
    link_checks.check(found)
    said = pull_words.of_pulls() | pull_words.of_times()
    said |= pull_words.of_matched()
    said |= link_words.of_courses(found["courses"])
    said |= link_words.of_starts(found)
    said |= link_words.of_collapse(found["collapse"])
    said |= link_words.of_settings()
    return said | {"mean_image": fixed(found["mean_image"], 4)}
