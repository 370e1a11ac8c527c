"""Two real data sets, their fixed splits, and five ways to see a pixel.

Both come inside installed packages, so nothing is downloaded.
"""

from dataclasses import dataclass
from functools import cache

import torch
from jaxtyping import Float, Int64, UInt8
from torch import Tensor

from snippets.packaged import SOURCES, read

VIEWS = ("counts", "grey", "threshold", "once", "afresh")
SPLIT_SEED = 362931


@dataclass(frozen=True)
class Part:
    """Images of one split: whole numbers, and the digit each shows."""

    counts: UInt8[Tensor, "image pixel"]
    labels: Int64[Tensor, " image"]


@dataclass(frozen=True)
class Dataset:
    """`side` x `side` images whose pixels are counts 0..`levels`."""

    name: str
    side: int
    levels: int
    train: Part
    valid: Part
    test: Part

    def images(
        self, part: str, view: str
    ) -> Float[Tensor, "image pixel"]:
        """One split as `view`; "afresh" gives one new draw (seed 1)."""
        counts = getattr(self, part).counts
        return see(counts, self.levels, view, seeded(1))


# --8<-- [start:see]
def see(
    counts: UInt8[Tensor, "image pixel"],
    levels: int,
    view: str,
    generator: torch.Generator,
) -> Float[Tensor, "image pixel"]:
    """Counts as floats; "once" has a seed of its own, always 0."""
    if view not in VIEWS:  # ①
        raise ValueError(f"view {view!r} is none of {', '.join(VIEWS)}")
    if view == "counts":
        return counts.float()
    grey = counts.float() / levels
    if view == "grey":
        return grey
    if view == "threshold":
        return (grey > 0.5).float()  # ②
    coin = seeded(0) if view == "once" else generator  # ③
    return torch.bernoulli(grey, generator=coin)


# --8<-- [end:see]
def seeded(seed: int) -> torch.Generator:
    """A generator of its own, so that no draw depends on another."""
    return torch.Generator().manual_seed(seed)


# --8<-- [start:load]
@cache
def load(name: str) -> Dataset:
    """The data set called `name`; the same split in every process."""
    if name not in SOURCES:
        known = ", ".join(SOURCES)
        raise ValueError(f"data set {name!r} is none of {known}")
    source = SOURCES[name]
    counts, labels = (torch.from_numpy(a) for a in read(name))  # ①
    order = torch.randperm(len(counts), generator=seeded(SPLIT_SEED))
    parts = [
        Part(counts[chosen], labels[chosen].long())
        for chosen in order.split(source.split)  # ②
    ]
    return Dataset(name, source.side, source.levels, *parts)


# --8<-- [end:load]
