"""The numbers of the collapse, as its page says them."""

from statistics import fmean

from snippets import sweeps
from snippets.measures.collapse import (
    LINEAR,
    PRICE,
    SWEEPS,
    check,
    edge,
)
from snippets.measures.collapse_longer import (
    LONGER,
    PAIR,
    words_of_longer,
)
from snippets.vae.evaluation import ACTIVE
from snippets.words import fixed, power, spread


def gaps(found: dict) -> list[float]:
    """By how much trained linear losses exceed the best, relatively."""
    return [
        loss / found["foretold"][data][variance]["loss"] - 1
        for data, sweep in found["linear"].items()
        for variance, each in sweep.items()
        for loss in each["loss"]
    ]


def slopes(found: dict) -> list[float]:
    """The largest slope that each linear training left."""
    return [
        slope
        for sweep in found["linear"].values()
        for each in sweep.values()
        for slope in each["slope"]
    ]


def of_data(data: str, found: dict) -> dict[str, str]:
    """Words about one data set, their names beginning with it."""
    foretold, network = found["foretold"][data], found["network"][data]
    spectrum, pixels = found["eigenvalues"][data], found["pixels"][data]
    top = spectrum[0]
    last, gone = edge(network)
    singly = edge(network, "latents")[0]
    low = min(network)

    def excess(variance: float) -> list[float]:
        best = foretold[variance]["loss"]
        return [loss - best for loss in network[variance]["loss"]]

    late = max(network, key=lambda v: fmean(excess(v)))
    said = {
        "setting": sweeps.setting(SWEEPS[data][low][0]),
        "top": fixed(top, 2),
        "last": f"{last:g}",
        "gone": f"{gone:g}",
        "factor": fixed(top / last, 2),
        "single": f"{singly:g}",
        "single_factor": fixed(top / singly, 2),
        "low": f"{low:g}",
        "low_count": str(foretold[low]["count"]),
        "low_directions": spread(network[low]["directions"], 1),
        "low_latents": spread(network[low]["latents"], 1),
        "variances": str(len(network)),
        "one": str(foretold[1.0]["count"]),
        "half": str(sum(e > 1 / 2 for e in spectrum)),
        "pixels": str(pixels),
        "mean": f"{pixels / 2:g}",
        "none": str(sum(e > pixels / 2 for e in spectrum)),
        "share": str(sum(n > 0 for n in network[last]["directions"])),
        "low_gain": spread([-each for each in excess(low)], 2),
        "late": f"{late:g}",
        "late_excess": spread(excess(late), 2),
    }
    return {f"{data}_{name}": text for name, text in said.items()}


def words(found: dict) -> dict[str, str]:
    """All of the page; raises where it would claim too much."""
    check(found)
    steps = found["steps"]["digits"] * SWEEPS["digits"][1.0][0].epochs
    trained = sum(len(r) for s in LINEAR.values() for r in s.values())
    ours = sweeps.gaussian(1.0)[0]
    said = {
        "seeds": str(len(sweeps.SEEDS)),
        "pair": str(len(PAIR)),
        "latents": str(SWEEPS["digits"][1.0][0].latents),
        "steps": f"{steps:,}",
        "more_steps": f"{LONGER * steps:,}",
        "active": fixed(ACTIVE, 2),
        "price": fixed(PRICE, 3),
        "linear_count": str(trained),
        "linear_agree": str(trained),  # else `check` has raised
        "linear_gap": power(max(gaps(found))),
        "linear_slope": power(max(slopes(found))),
        "ours_setting": sweeps.setting(ours),
        "ours_latents": str(ours.latents),
    }
    for name, each in zip(("one", "half"), found["ours"], strict=True):
        said[f"ours_{name}"] = spread(each["directions"], 1)
        said[f"ours_{name}_latents"] = spread(each["latents"], 1)
        said[f"ours_{name}_rate"] = spread(each["rate"], 1)
    for data in SWEEPS:
        said |= of_data(data, found)
    return said | words_of_longer(found)
