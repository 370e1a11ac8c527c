"""Which variance a loss assumes, from its sums, means and weights."""

from collections.abc import Callable
from dataclasses import dataclass

# How often the sum of one image's parts counts in the loss of a batch.
# Parts are the pixels of the error, or the latents of the rate.
SHARES: dict[str, Callable[[int, int], float]] = {
    "sum": lambda parts, images: 1 / images,
    "mean": lambda parts, images: 1 / (parts * images),
    "batch sum": lambda parts, images: 1.0,
}


# --8<-- [start:implied_variance]
def implied_variance(
    error: str,  # ①
    rate: str,
    *,
    pixels: int,
    latents: int,
    batch: int,
    error_weight: float = 1.0,  # ②
    rate_weight: float = 1.0,
) -> float:
    """The variance that a squared error plus a KL term assumes.

    `error`, `rate`: "sum" over the parts of an image and mean over
    images; "mean" over both; "batch sum" over both. ValueError.
    """
    check(pixels=pixels, latents=latents, batch=batch)
    check(error_weight=error_weight, rate_weight=rate_weight)
    a = error_weight * share(error, pixels, batch)  # ③
    b = rate_weight * share(rate, latents, batch)
    return b / (2 * a)  # ④


# --8<-- [end:implied_variance]
# --8<-- [start:share]
def share(reduction: str, parts: int, images: int) -> float:
    """The weight of one image's sum over `parts` in a batch."""
    if reduction not in SHARES:
        known = ", ".join(SHARES)
        raise ValueError(f"reduction {reduction!r} is none of {known}")
    return SHARES[reduction](parts, images)


# --8<-- [end:share]
def check(**given: float | int) -> None:
    """ValueError, in one line, unless all are above 0 and finite."""
    for name, value in given.items():
        if not 0 < value < float("inf"):
            raise ValueError(f"{name} must be above 0, not {value}")


@dataclass(frozen=True)
class Loss:
    """A loss that people write, and its variance as a formula."""

    said: str
    formula: str
    error: str = "sum"
    rate: str = "sum"
    error_weight: float = 1.0

    def variance(self, pixels: int, latents: int, batch: int) -> float:
        """The variance for images and networks of this size."""
        return implied_variance(
            self.error,
            self.rate,
            pixels=pixels,
            latents=latents,
            batch=batch,
            error_weight=self.error_weight,
        )


LOSSES = {
    "both": Loss(
        "SSE added over the batch, KL averaged",
        "1 / (2 * B)",
        "batch sum",
    ),
    "sum": Loss("SSE + KL", "1/2"),
    "half": Loss("SSE / 2 + KL", "1", error_weight=1 / 2),
    "mean_mean": Loss("MSE + mean KL", "D / (2 * J)", "mean", "mean"),
    "mean": Loss("MSE + KL", "D / 2", "mean"),
    "batch": Loss(
        "MSE + KL added over the batch",
        "B * D / 2",
        "mean",
        "batch sum",
    ),
}
