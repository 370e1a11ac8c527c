"""Ways to lay many small images out as one plane."""

import math

import numpy as np
from jaxtyping import UInt8

Images = UInt8[np.ndarray, "image pixel"]
Plane = UInt8[np.ndarray, "row column"]


# --8<-- [start:layouts]
def layouts(images: Images) -> dict[str, Plane]:
    """All images as one plane, in four ways."""
    side = math.isqrt(images.shape[1])
    columns = math.ceil(math.sqrt(len(images)))
    rows = math.ceil(len(images) / columns)
    blank = np.zeros(
        (rows * columns - len(images), side**2), images.dtype
    )
    grid = np.concatenate([images, blank])
    grid = grid.reshape(rows, columns, side, side).swapaxes(1, 2)
    return {
        "image below image": images.reshape(-1, side),
        "an image a row": images,
        "a pixel a row": np.ascontiguousarray(images.T),
        "a sheet of images": grid.reshape(rows * side, columns * side),
    }


# --8<-- [end:layouts]
