"""Sizes of files as the prose says them."""

import math
from statistics import fmean

from snippets.compression.cases import CASES, named
from snippets.compression.container import OVERHEAD
from snippets.compression.networks import FINE, REACH, STEP
from snippets.measures.file_checks import check
from snippets.measures.file_sizes import ahead, bits, column, mean_bytes
from snippets.sweeps import SEEDS, setting
from snippets.words import fixed, power, spread

SHOWN = 6  # the digit of the first figure
DARK = {"binary": 4.0, "grey": 12.0}  # bits; so much is full ink
ITEMS = 10  # of the shopping list


def listed(names: list[str]) -> str:
    """A, B and C."""
    head, last = names[:-1], names[-1:]
    return " and ".join([*filter(None, [", ".join(head)]), *last])


def of_sizes(case: dict) -> dict[str, str]:
    """Bits per pixel of the VAE's files and of all others."""
    own = [bits(case, size) for size in column(case, "bytes")]
    first = case["seeds"][0]
    said = {
        "images": fixed(case["images"], 0),
        "bytes": fixed(mean_bytes(case), 0),
        "bits": spread(own, 3),
        "words": fixed(first["apart"] - OVERHEAD, 0),
        "ahead": listed(ahead(case)),
        "pixels": fixed(case["pixels"], 0),
        "train": fixed(case["train"], 0),
        "single": fixed(first["apart"] + first["net"] / 8, 0),
        "jxl_each": fixed(
            case["packs"]["JPEG XL"]["each"] / case["images"], 0
        ),
    }
    for name, pack in case["packs"].items():
        key = name.lower().replace(" ", "_")
        said[key] = fixed(bits(case, pack["bytes"]), 2)
    return said


def of_weights(case: dict) -> dict[str, str]:
    """Kilobytes of the networks, and how many files that is."""
    weights, own = case["weights"], mean_bytes(case)
    saved = case["packs"]["JPEG XL"]["bytes"] - own
    said = {
        "weights": fixed(weights["both"] / 1000, 0),
        "weights_xz": fixed(weights["both_xz"] / 1000, 0),
        "decoder": fixed(weights["decoder"] / 1000, 0),
        "times": fixed(weights["both_xz"] / own, 0),
    }
    if saved > 0:
        even = weights["both_xz"] / saved * case["images"]
        said["even"] = fixed(round(even, -3), 0)
    return said


def of_agreement(case: dict) -> dict[str, str]:
    """File and bound, what the coder loses, the last digits."""
    first, mean = case["seeds"][0], case["mean"]
    said = {
        "worst": fixed(max(map(abs, column(case, "off"))), 2),
        "own": fixed(abs(100 * (first["net"] / case["own"] - 1)), 3),
        "differ": fixed(100 * case["differ"], 0),
        "gap": power(case["gap"]),
        "naive": fixed(mean["pixels"] + mean["code"], 0),
    }
    for name in ("net", "bound", "off"):
        said[name] = spread(column(case, name), 1 + (name == "off"))
    for name in ("encode", "decode"):
        said[name] = fixed(fmean(column(case, name)), 1)
    for name, value in mean.items():
        said[f"mean_{name}"] = fixed(value, 0)
    return said


def of_image(found: dict) -> dict[str, str]:
    """The steps of the first figure."""
    pixels, code, back = found["binary_parts"][SHOWN]
    said = {"pixels": pixels, "code": code, "back": back}
    said["net"] = pixels + code - back
    return {name: fixed(value, 1) for name, value in said.items()}


def inked(found: dict) -> str:
    """Per cent of the bits of grey digits that ink takes."""
    bits = found["grey_bits"]
    share = bits[found["grey_images"] > 0].sum() / bits.sum()
    return fixed(100 * share, 0)


def words(found: dict) -> dict[str, str]:
    """Each case under its name; the grid; one image's bits."""
    check(found["cases"])
    said = of_image(found)
    for name, case in found["cases"].items():
        own = of_sizes(case) | of_weights(case) | of_agreement(case)
        said |= {f"{name}_{key}": text for key, text in own.items()}
    said |= {f"{c.name}_setting": setting(c.runs[0]) for c in CASES}
    orders = math.factorial(ITEMS)
    return {
        **said,
        **{f"{name}_dark": fixed(b, 0) for name, b in DARK.items()},
        "inked": inked(found),
        "things": str(ITEMS),
        "orders": fixed(orders, 0),
        "order_bits": fixed(math.log2(orders), 1),
        "grid": fixed(1 / STEP, 0),
        "reach": str(REACH),
        "fine": fixed(FINE, 0),
        "seeds": str(len(SEEDS)),
        "overhead": str(OVERHEAD),
        "latents": str(named("binary").runs[0].latents),
    }
