"""What the page on chosen variances says of losses below zero."""

import math
from statistics import fmean

from snippets.measures.scales import LONG
from snippets.sweeps import PIXELS, setting
from snippets.vae.dataset import load
from snippets.vae.evaluation import bits_per_pixel
from snippets.words import fixed, spread

WINDOW = 50  # epochs


def of_losses(found: dict) -> dict[str, str]:
    """Losses below zero, in three units."""
    threshold = 1 / (2 * math.pi * math.e)
    bits = [
        bits_per_pixel(nats, PIXELS) for nats in found["units"]["mass"]
    ]
    units = {k: spread(v, 0) for k, v in found["units"].items()}
    return (
        units
        | of_long(found)
        | {
            "threshold": fixed(threshold, 3),
            "threshold_root": fixed(math.sqrt(threshold), 2),
            "bits": spread(bits, 3),
            "per_cent": fixed(PIXELS / 100, 1),
        }
    )


def of_long(found: dict) -> dict[str, str]:
    """A long training: what its last epochs gained."""
    rows = found["long"]
    images, pixels = load(LONG[0].data).images("train", "grey").shape
    gains = {
        part: [row[-1 - WINDOW] - row[-1] for row in rows[part]]
        for part in rows
    }
    both = zip(rows["valid"], rows["train"], strict=True)
    return {
        "window": str(WINDOW),
        "train_gain": fixed(fmean(gains["train"]), 1),
        "valid_gain": fixed(fmean(gains["valid"]), 1),
        "root_gain": fixed(
            fmean(
                pixels * math.log(row[-1 - WINDOW] / row[-1])
                for row in found["long_root"]
            ),
            1,
        ),
        "rate_rise": fixed(
            fmean(r[-1] - r[-1 - WINDOW] for r in found["long_rate"]), 1
        ),
        "gap": spread(
            [valid[-1] - train[-1] for valid, train in both], 1
        ),
        "long_setting": setting(LONG[0]),
        "long_images": fixed(images, 0),
        "long_scale": spread(
            [row[-1] for row in found["long_scale"]], 3
        ),
        "long_floor": f"{LONG[0].floor:g}",
    }
