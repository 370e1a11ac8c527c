"""How far out a value lies, as a column's own spread has it."""

import numpy as np
from jaxtyping import Float

from snippets.choose.spaces import POSITIVE, UNBOUNDED, Space

FAR = 10  # robust standard deviations from the median

Values = Float[np.ndarray, "row column"]


def spread(x: Values) -> Float[np.ndarray, " column"]:
    """Robust: 1.4826 times the median distance from the median."""
    return 1.4826 * np.median(np.abs(x - np.median(x, 0)), 0)


def far_out(x: Values, space: Space) -> Float[np.ndarray, "row column"]:
    """Distance from the median in robust standard deviations.

    Of logarithms where values are above 0; 0 where half of a column
    is one value.
    """
    if space.name in (POSITIVE, UNBOUNDED):
        x = np.log(x) if space.name == POSITIVE else np.log1p(x)
    scale = spread(x)
    distance = np.abs(x - np.median(x, 0))
    return np.divide(
        distance, scale, out=np.zeros_like(x), where=scale > 0
    )
