"""What general compressors make of the same held-out images."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from snippets.compression.cases import Case, named
from snippets.compression.coder import PIXEL
from snippets.compression.library import stack
from snippets.experiments import Experiment
from snippets.experiments.sources import code
from snippets.measures.baselines import smoothed
from snippets.measures.layouts import Images, Plane, layouts
from snippets.measures.packers import (
    Packer,
    of_bytes,
    of_pictures,
    webp,
    xz,
)

EACH = "an image a file"
PACKING = 200_000  # per pixel, by all compressors


class Lossy(RuntimeError):
    """A compressor did not give the pixels back."""


def size(packer: Packer, plane: Plane) -> int:
    """Bytes. Raises `Lossy`."""
    file = packer.pack(plane)
    back = packer.unpack(file).astype(np.uint8)
    if not np.array_equal(back.ravel(), plane.ravel()):
        raise Lossy(f"{len(file)} bytes are not {plane.shape} pixels")
    return len(file)


def in_bits(planes: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Binary pixels, eight in a byte, for compressors of bytes."""
    return {f"{n}, bits": np.packbits(p, 1) for n, p in planes.items()}


def each(packer: Packer, images: Images, side: int) -> int:
    """Bytes of one file for each image."""
    planes = images.reshape(-1, side, side)
    return sum(size(packer, plane) for plane in planes)


def chosen(name: str, packer: Packer, planes: dict) -> dict[str, int]:
    """Bytes by layout; of WebP, slow, the best by a quick try."""
    if name == "WebP":
        quick = {n: len(webp(p, 2)) for n, p in planes.items()}
        best = min(quick, key=quick.__getitem__)
        planes = {best: planes[best]}
    return {n: size(packer, p) for n, p in planes.items()}


def alone(case: Case) -> int:
    """Bytes if no pixel knows of another: counts of training alone."""
    data, images = case.data, case.held_out()
    view = case.runs[0].view
    probs = smoothed(data.images("train", view), case.levels).numpy()
    coder = stack.AnsCoder()
    for x in images.astype(np.int32):
        coder.encode_reverse(x, PIXEL, probs)
    return coder.get_compressed().nbytes


def primed(case: Case) -> int:
    """Bytes by which xz grows if it has read the training images."""
    seen = case.data.images("train", case.runs[0].view)
    train = seen.to(torch.uint8).numpy()
    both = np.concatenate([train, case.held_out()])
    return len(xz(both)) - len(xz(train))


@dataclass(frozen=True)
class Packs(Experiment):
    """Every compressor on the images of one case."""

    case: str
    code: str = code(
        "measures/layouts.py", "measures/packers.py", "compression"
    )

    @property
    def data(self) -> str:
        """The data set that names the record."""
        return named(self.case).runs[0].data

    @property
    def work(self) -> int:
        """About as long as this many multiplications of a training."""
        return named(self.case).held_out().size * PACKING

    def run(self) -> dict[str, Tensor]:
        """Bytes by compressor and layout: "xz/a pixel a row"."""
        case = named(self.case)
        images, side = case.held_out(), case.data.side
        binary = case.levels == 1
        planes = layouts(images)
        bits = in_bits(planes) if binary else {}
        found = {"alone/": alone(case), "primed/": primed(case)}
        pictures = of_pictures(binary)
        for name, packer in (of_bytes() | pictures).items():
            extra = {} if name in pictures else bits
            sizes = chosen(name, packer, planes | extra)
            sizes[EACH] = each(packer, images, side)
            found |= {f"{name}/{n}": size for n, size in sizes.items()}
        return {n: torch.tensor(count) for n, count in found.items()}
