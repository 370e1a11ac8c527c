"""TITLE."""

from snippets.figures.NAME import draw
from snippets.scores import scores
from snippets.sweeps import cross_entropy, setting
from snippets.words import spread

__all__ = ["RUNS", "draw", "measure", "words"]

# new claim: the trainings that it needs; snippets/sweeps.py has many.
RUNS = tuple(cross_entropy())


def measure() -> dict:
    """Rates of the trained networks, in nats per image."""
    # new claim: what it measures, as raw numbers.
    return {"rate": scores(RUNS)["rate"]}


def words(found: dict) -> dict[str, str]:
    """The numbers as the page says them."""
    return {
        "rate": spread(found["rate"], 1),
        "seeds": str(len(RUNS)),
        "setting": setting(RUNS[0]),
    }
