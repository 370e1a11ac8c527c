"""What images of counts cost without any network."""

import bz2
import io
import lzma
import math
from collections.abc import Callable

import numpy as np
from jaxtyping import Float, UInt8
from PIL import Image
from torch import Tensor

from snippets.measures.count_fits import beta_binomial, nats, shares

Counts = UInt8[np.ndarray, "image pixel"]
TIGHTEST = 9 | lzma.PRESET_EXTREME


# --8<-- [start:independent]
def smoothed(
    k: Float[Tensor, "image pixel"], levels: int
) -> Float[Tensor, "pixel level"]:
    """How often each count comes, as if each had come once more."""
    seen = shares(k, levels) * len(k)
    return (seen + 1) / (len(k) + levels + 1)


def independent(
    train: Float[Tensor, "image pixel"],
    test: Float[Tensor, "image pixel"],
    levels: int,
) -> dict[str, float]:
    """Nats per test image if no pixel knows of another."""
    seen, met = smoothed(train, levels), shares(test, levels)
    tables = {
        "categorical": seen.log(),
        "beta_binomial": beta_binomial(seen),
    }
    costs = {n: nats(met, t).sum().item() for n, t in tables.items()}
    uniform = test.shape[1] * math.log(levels + 1)
    return {**costs, "uniform": uniform}


# --8<-- [end:independent]
def png(pixels: np.ndarray) -> bytes:
    """One grey picture of 8 bits, packed as tightly as Pillow can."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", optimize=True)
    return file.getvalue()


# --8<-- [start:packers]
PACKERS: dict[str, Callable[[np.ndarray], bytes]] = {
    "bz2": lambda a: bz2.compress(a.tobytes(), 9),
    "xz": lambda a: lzma.compress(a.tobytes(), preset=TIGHTEST),
    "png": png,
}


def packed(counts: Counts) -> dict[str, dict]:
    """Bits per pixel of each packer, all images in one file.

    Of three orders of the pixels the shortest file counts.
    """
    side = math.isqrt(counts.shape[1])
    orders = {
        "image after image": counts.reshape(-1, side),
        "an image a row": counts,
        "pixel after pixel": np.ascontiguousarray(counts.T),
    }
    found = {}
    for name, pack in PACKERS.items():
        sizes = {o: len(pack(a)) for o, a in orders.items()}
        order = min(sizes, key=sizes.__getitem__)
        bits = 8 * sizes[order] / counts.size
        found[name] = {"bits": bits, "order": order}
    return found


def after(train: Counts, test: Counts, packer: str) -> float:
    """Bits per test pixel that a file of both is longer by."""
    pack = PACKERS[packer]
    both = len(pack(np.concatenate([train, test])))
    return 8 * (both - len(pack(train))) / test.size


# --8<-- [end:packers]
