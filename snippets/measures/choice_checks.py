"""What the page on chosen variances takes for granted."""

from statistics import fmean


def check(found: dict) -> None:
    """Raises ValueError where the prose would be wrong."""
    settled, chosen = found["settling"], found["chosen"]
    floors, least = found["floors"], found["fixed"][min(found["fixed"])]
    low, middle = floors[min(floors)], floors[1e-2]
    odd = found["still"]["digits"]["images"]
    said = {
        "from a wide start σ arrives": None
        not in settled["wide"]["met"],
        "from far below it does not": max(settled["narrow"]["ratio"])
        < 0.9,
        "learned slowly it does not": min(settled["slow"]["ratio"])
        > 1.2,
        "computed, σ² has less rate and less error than fixed": all(
            fmean(chosen["closed"][name]) < fmean(least[name])
            for name in ("rate", "error")
        ),
        "one surprise makes the test loss": min(low["test"])
        > max(middle["test"]) + 100,
        "it is one image in every seed": all(
            at in odd for at in low["worst"]
        ),
        "the other images gain": fmean(low["rest"])
        < fmean(floors[1e-3]["rest"]) + 1
        < fmean(middle["rest"]) - 5,
    }
    for fact, holds in said.items():
        if not holds:
            raise ValueError(f"the page says that {fact}: look anew")
