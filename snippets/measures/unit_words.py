"""Variances, scales and bits, as the page says them."""

import math
from statistics import fmean

from snippets.measures.reductions import LOSSES
from snippets.measures.units import BINS
from snippets.sweeps import MNIST, PIXELS
from snippets.vae.dataset import load
from snippets.words import fixed, spread

SIZES = {
    "pixels": PIXELS,
    "latents": MNIST.latents,
    "batch": MNIST.batch,
}
SUM = LOSSES["sum"].variance(**SIZES)


def of_losses() -> dict[str, str]:
    """Each reduction: its variance and standard deviation."""
    said = {}
    for name, loss in LOSSES.items():
        variance = loss.variance(**SIZES)
        digits = 3 if variance < 0.1 else int(variance % 1 > 0)
        said[f"{name}_variance"] = fixed(variance, digits)
        said[f"{name}_sd"] = fixed(math.sqrt(variance), 2)
    sizes = {name: str(size) for name, size in SIZES.items()}
    return said | sizes | {"nat": fixed(1 / math.log(2), 2)}


def of_scales(found: dict) -> dict[str, str]:
    """The variance of SSE + KL, in ink, on other scales of pixels."""
    each = found["scatter"]
    levels = load(MNIST.data).levels
    said = {
        f"{n}_rate": found["rates"][n]["rate"] for n in found["rates"]
    }
    power = math.floor(math.log10(SUM / levels**2))
    return {name: spread(rate, 1) for name, rate in said.items()} | {
        "overall": fixed(each["overall"], 3),
        "overall_c": fixed(1 / each["overall"], 2),
        "overall_variance": fixed(SUM * each["overall"] ** 2, 3),
        "levels": str(levels),
        "levels_variance": fixed(SUM / levels**2 / 10**power, 1)
        + f" × 10⁻{'⁰¹²³⁴⁵⁶⁷⁸⁹'[-power]}",
        "still": str(each["still"]),
        "most": fixed(each["most"] * math.sqrt(SUM), 2),
        "least": fixed(each["least"] * math.sqrt(SUM), 4),
        "times": fixed((each["most"] / each["least"]) ** 2 / 1e6, 1),
    }


def of_bits(found: dict) -> dict[str, str]:
    """From the printed loss to nats, and to bits per pixel."""
    digits = {"written": 1, "constant": 0, "nats": 0}
    digits |= {"bits": 2, "shared": 2, "exact": 2}
    said = {}
    for name, runs in found["priced"].items():
        for key, places in digits.items():
            values = [run[key] for run in runs]
            said[f"{name}_{key}"] = (
                fixed(values[0], places)
                if key == "constant"
                else spread(values, places)
            )
    return said | of_ends(found["priced"]["ink"])


def of_ends(runs: list[dict]) -> dict[str, str]:
    """What two ways to treat the ends of the scale save."""
    waste = [run["bits"] - run["shared"] for run in runs]
    ends = [run["shared"] - run["exact"] for run in runs]
    return {
        "ink_waste": fixed(fmean(waste), 1),
        "ink_ends": fixed(fmean(ends), 1),
        "paper": fixed(100 * runs[0]["paper"], 0),
    }


def of_seen(seen: list[dict]) -> dict[str, str]:
    """Where the pixels of the figure lie, in percent."""
    shares = {
        "low_share": [each["density"][0] / BINS for each in seen],
        "high_share": [each["density"][-1] / BINS for each in seen],
        "close": [each["close"] for each in seen],
        "beyond": [each["beyond"] for each in seen],
    }
    return {
        name: spread([100 * share for share in each], 1)
        for name, each in shares.items()
    }
