"""Three kinds of images, and the model that packs each."""

from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Integer

from snippets.sweeps import binary, digits, over_seeds
from snippets.vae.dataset import Dataset, load
from snippets.vae.training import Run

# One hidden layer, small batches and a large step: what is left of
# the cost of 28 x 28 beta-binomials with 256 levels, within seconds.
GREY = Run(
    view="counts",
    likelihood="beta-binomial",
    hidden=(200,),
    epochs=14,
    batch=50,
    learning_rate=3e-3,
)


class Unfit(ValueError):
    """No model here packs such an array."""


@dataclass(frozen=True)
class Case:
    """Images of one size and depth; a model for each seed."""

    name: str
    runs: tuple[Run, ...]
    levels: int  # the largest value of a pixel
    parts: tuple[str, ...] = ("test",)  # that no model was trained on

    @property
    def data(self) -> Dataset:
        """The data set whose images these are."""
        return load(self.runs[0].data)

    def held_out(self) -> Integer[np.ndarray, "image pixel"]:
        """Images that no model has seen, as whole numbers."""
        view = self.runs[0].view
        seen = [self.data.images(part, view) for part in self.parts]
        return torch.cat(seen).to(torch.uint8).numpy()


# In this order: the first whose levels suffice packs an array.
CASES = (
    Case("binary", tuple(binary()), 1),
    Case(
        "digits",
        tuple(digits("beta-binomial", "counts")),
        16,
        ("valid", "test"),
    ),
    Case("grey", tuple(over_seeds(GREY)), 255),
)
KNOWN = "28 x 28 with 0 or 1, 28 x 28 with 0..255, 8 x 8 with 0..16"


def named(name: str) -> Case:
    """The case called so."""
    return next(case for case in CASES if case.name == name)


def fit(images: np.ndarray) -> Case:
    """The case of an array. Raises `Unfit`, in one line."""
    if images.dtype.kind not in "bui":
        raise Unfit(
            f"pixels are {images.dtype}, not whole numbers: save"
            " images.astype('uint8')"
        )
    if images.ndim not in (2, 3) or images.size == 0:
        raise Unfit(
            f"an array of shape {images.shape} holds no row of images:"
            " make it [image, row, column] or [image, pixel]"
        )
    pixels = images[0].size
    square = images.ndim == 2 or images.shape[1] == images.shape[2]
    low, high = int(images.min()), int(images.max())
    for case in CASES:
        side = case.data.side
        if (
            square
            and pixels == side**2
            and 0 <= low <= high <= case.levels
        ):
            return case
    raise Unfit(
        f"no model for images of shape {images.shape[1:]} with values"
        f" {low} to {high}: there is one for {KNOWN}"
    )
