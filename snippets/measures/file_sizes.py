"""Lengths of files beside the bound, and beside other files."""

from statistics import fmean

import numpy as np

from snippets.compression.cases import Case
from snippets.compression.container import OVERHEAD
from snippets.experiments import recorded
from snippets.experiments.packed import EACH, Packs
from snippets.experiments.weighed import Weighed
from snippets.sweeps import SEEDS
from snippets.vae.evaluation import bits_per_pixel

NAMES = ("JPEG XL", "WebP", "xz", "bz2", "gzip", "PNG")
SEAL = 4  # bytes: the word that keeps the end of the start-up bits


def of_seed(case: Case, seed: int) -> dict[str, float]:
    """Bits per image; bytes of the file; milliseconds per image."""
    found = recorded(Weighed(case.name, seed))
    images = len(found["rate"])
    start = found["start"].item() + SEAL
    size = found["bytes"].item()
    nats = (found["distortion"] + found["rate"]).mean().item()
    net = 8 * (size - OVERHEAD - start) / images
    bound = bits_per_pixel(nats, 1)
    return {
        "bytes": size,
        "apart": OVERHEAD + start,
        "start": start,
        "net": net,
        "bound": bound,
        "off": 100 * (net / bound - 1),
        "encode": 1000 * found["encode"].item(),
        "decode": 1000 * found["decode"].item(),
    }


def details(case: Case) -> dict:
    """The first seed: parts of the length, weights, last digits."""
    found = recorded(Weighed(case.name))
    parts = found["parts"].numpy()
    names = ("both", "both_xz", "decoder", "decoder_xz")
    return {
        "mean": dict(
            zip(("pixels", "code", "back"), parts.mean(0), strict=True)
        ),
        "own": float((parts[:, 0] + parts[:, 1] - parts[:, 2]).mean()),
        "weights": {name: found[name].item() for name in names},
        "differ": found["differ"].item(),
        "gap": found["gap"].item(),
        "settled": found["settled"].item(),
    }


def packs(case: Case) -> dict[str, dict]:
    """By compressor: bytes at best, the layout, one file an image."""
    found: dict[str, dict[str, int]] = {}
    for key, size in recorded(Packs(case.name)).items():
        name, layout = key.split("/")
        found.setdefault(name, {})[layout] = size.item()
    said = {}
    for name, sizes in found.items():
        each = sizes.pop(EACH, None)
        layout = min(sizes, key=sizes.__getitem__)
        said[name] = {"bytes": sizes[layout], "layout": layout}
        said[name] |= {"each": each} if each else {}
    return said


def weighed(case: Case) -> dict:
    """All that is known of one case."""
    rows = case.held_out()
    return {
        "images": len(rows),
        "pixels": rows.shape[1],
        "train": len(case.data.train.counts),
        "seeds": [of_seed(case, seed) for seed in SEEDS],
        **details(case),
        "packs": packs(case),
    }


def bits(case: dict, size: float | int) -> float:
    """Bytes of all images as bits per pixel."""
    return 8 * size / (case["images"] * case["pixels"])


def mean_bytes(case: dict) -> float:
    """Of the VAE's file, over seeds, with all that is in it."""
    return fmean(seed["bytes"] for seed in case["seeds"])


def column(case: dict, name: str) -> list[float]:
    """One number of every seed."""
    return [float(seed[name]) for seed in case["seeds"]]


def ahead(case: dict) -> list[str]:
    """The compressors with a shorter file than the VAE's mean."""
    sizes = {name: case["packs"][name]["bytes"] for name in NAMES}
    shorter = [n for n in NAMES if sizes[n] < mean_bytes(case)]
    return sorted(shorter, key=sizes.__getitem__)


def shown(case: Case, digits: range) -> dict[str, np.ndarray]:
    """The first image of each digit, and the bits of its pixels."""
    found = recorded(Weighed(case.name))
    labels = case.data.test.labels[: len(found["pixels"])].tolist()
    first = [labels.index(digit) for digit in digits]
    side = case.data.side
    shape = (len(first), side, side)
    images = case.held_out()[first].reshape(shape) / case.levels
    bits = found["pixels"][first].reshape(shape).numpy()
    parts = found["parts"][first].numpy()
    return {"images": images, "bits": bits, "parts": parts}
