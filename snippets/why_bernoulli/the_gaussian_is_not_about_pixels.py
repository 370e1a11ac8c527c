"""z may be Gaussian and a pixel a coin: two laws in two spaces."""

import math

from snippets.figures.parts.spaces_map import outside_the_frame
from snippets.figures.the_gaussian_is_not_about_pixels import draw
from snippets.measures.mixtures import (
    excess_kurtosis,
    mixed,
    variance_parts,
)
from snippets.measures.spaces import (
    CODES,
    SHOWN,
    drawn,
    liveliest,
    of_codes,
    over_pixels,
    plane,
    values,
)
from snippets.sweeps import PIXELS, latent_map, setting
from snippets.vae.dataset import load
from snippets.vae.training import Run
from snippets.weights import trained
from snippets.words import fixed, spread

__all__ = ["RUNS", "draw", "measure", "words"]

COINS, BELLS = latent_map("bernoulli"), latent_map("learned-gaussian")
RUNS = (*COINS, *BELLS)
PERCENT = {"outside": 1, "mean": 0, "beyond": 0}  # and their decimals
LOG_SCALE = 0.5  # the notebook's Gaussian kept |log sigma| below it


def measured(run: Run, pixel: int) -> dict[str, float]:
    """Values of all drawn pixels, the moments of one, the rate."""
    m, x = drawn(run)
    one = m[:, pixel].double()
    noise, between = variance_parts(one)
    found = {"mean": one.mean().item(), "between": between.item()}
    if run in BELLS:
        variance = float(trained(run).model.likelihood.variance)
        found["kurtosis"] = excess_kurtosis(one, variance).item()
        found["noise"] = variance
        found |= over_pixels(run, m.double(), variance)
    else:
        found["noise"] = noise.item()
    return found | values(x) | of_codes(run)


def measure() -> dict:
    """The plane, one pixel's draws, and ten models' numbers."""
    pixel = liveliest([*RUNS])
    data = load(COINS[0].data)
    seen = data.images("train", COINS[0].view)[:, pixel].mean().item()
    return {
        **plane(COINS[0]),
        "tossed": drawn(COINS[0])[1][:, pixel].numpy(),
        "scattered": drawn(BELLS[0])[1][:, pixel].numpy(),
        "pixel": divmod(pixel, data.side),
        "seen": seen,
        "mixed": mixed(),
        "coin": [measured(run, pixel) for run in COINS],
        "bell": [measured(run, pixel) for run in BELLS],
    }


def words(found: dict) -> dict[str, str]:
    """What the prose says of the toy, the pixel and the models."""
    seen = found["seen"]
    said = {
        "setting": setting(COINS[0]),
        "seeds": str(len(COINS)),
        "pixels": str(PIXELS),
        "shown": str(SHOWN),
        "unseen": str(outside_the_frame(found["loc"])),
        "codes": f"{CODES:,}",
        "row": str(found["pixel"][0] + 1),
        "column": str(found["pixel"][1] + 1),
        "seen": fixed(100 * seen, 0),
        "seen_variance": fixed(seen * (1 - seen), 3),
        "prior_beyond": fixed(100 * math.exp(-2), 1),
        "least_scale": fixed(math.exp(-LOG_SCALE), 3),
        "most_scale": fixed(math.exp(LOG_SCALE), 2),
    }
    for name, (mean, noise, between) in found["mixed"].items():
        said[f"{name}_flowers"] = fixed(mean, 3)
        said[f"{name}_noise"] = fixed(noise, 3)
        said[f"{name}_between"] = fixed(between, 3)
    return said | of_models("coin", found) | of_models("bell", found)


def of_models(law: str, found: dict) -> dict[str, str]:
    """Means and spreads over the seeds of one likelihood."""
    each = found[law]
    total = [one["noise"] + one["between"] for one in each]
    said = {
        f"{law}_{name}": spread(
            [100 * one[name] for one in each], digits
        )
        for name, digits in PERCENT.items()
    }
    fine = 4 if law == "bell" else 3  # σ² hardly differs between seeds
    for name, digits in (("noise", fine), ("between", 3)):
        said[f"{law}_{name}"] = spread(
            [one[name] for one in each], digits
        )
    if law == "bell":
        heavy = [one["kurtosis"] for one in each]
        said["bell_kurtosis"] = spread(heavy, 2)
        for name in ("plain", "excess"):
            said[f"bell_{name}"] = spread(
                [100 * one[name] for one in each], 1
            )
    return said | {
        f"{law}_total": spread(total, 3),
        f"{law}_rate": spread([one["rate"] for one in each], 1),
        f"{law}_binary": f"{sum(one['binary'] for one in each):,}",
        f"{law}_drawn": f"{sum(one['drawn'] for one in each):,}",
    }
