"""Variances, scales and bits, as the page says them."""

import math

from snippets.measures.reductions import LOSSES
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
    digits |= {"bits": 2, "exact": 2}
    said = {}
    for name, runs in found["priced"].items():
        for key, places in digits.items():
            values = [run[key] for run in runs]
            said[f"{name}_{key}"] = (
                fixed(values[0], places)
                if key == "constant"
                else spread(values, places)
            )
    return said
