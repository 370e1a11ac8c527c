"""exp(-cross-entropy) is no law of grey values: its normaliser."""

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from snippets.figures.cross_entropy_is_no_grey_density import draw
from snippets.measures import count_fits, reading_pictures, tilts
from snippets.measures.grey_words import (
    words_of_fits,
    words_of_laws,
    words_of_readings,
)
from snippets.measures.readings import (
    every,
    trained_for_counts,
    two_readings,
)
from snippets.sweeps import digits, setting
from snippets.vae.dataset import load
from snippets.words import spread

__all__ = ["RUNS", "draw", "measure", "words"]

CROSSED = digits("expected-bernoulli", "grey")
COUNTED = digits("truncated-geometric", "counts")
RUNS = (*CROSSED, *COUNTED)
SHOWN = [0.5, 0.1, 0.01]  # the m of the three areas
EXAMPLE = 0.1  # a parameter, and a mean
MEANS = [EXAMPLE, 0.3, 0.5]  # of the table of logits
CONTINUOUS = "continuous-bernoulli"
PICTURES = ("mean", "parameter", "m", "fog")


# --8<-- [start:area]
def area(logits: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """The integral of m^x (1 - m)^(1 - x) over x from 0 to 1."""
    ratio = torch.tanh(logits / 2) / logits  # ①
    return torch.where(logits == 0, 0.5, ratio)


def grey_nats(
    x: Float[Tensor, "*shape"], logits: Float[Tensor, "*shape"]
) -> Float[Tensor, "*shape"]:
    """Minus the log density of a continuous Bernoulli, per pixel."""
    cross_entropy = binary_cross_entropy_with_logits(
        logits, x, reduction="none"
    )
    return cross_entropy + area(logits).log()  # ②


# --8<-- [end:area]
def areas() -> dict:
    """Three curves with the area below each, and the area for any m."""
    logits = torch.linspace(-9.0, 9.0, 181).double()
    shown = torch.tensor(SHOWN, dtype=torch.float64).logit()
    return {
        "curves": {m: tilts.unnormalised(m, 100) for m in SHOWN},
        "areas": dict(zip(SHOWN, area(shown).tolist(), strict=True)),
        "m": [0.0, *logits.sigmoid().tolist(), 1.0],
        "area": [0.0, *area(logits).tolist(), 0.0],
    }


def measure() -> dict:
    """Areas, means, one network read twice, pictures, fits."""
    data = load(CROSSED[0].data)
    errors = reading_pictures.errors(COUNTED, CROSSED)
    grid = torch.linspace(-30.0, 30.0, 241).double().sigmoid().tolist()
    return {
        **areas(),
        "means": {"m": grid, **tilts.mean_at(grid)},
        "lambda": torch.tensor(tilts.logits_for([EXAMPLE])[CONTINUOUS])
        .sigmoid()
        .item(),
        "example": EXAMPLE,
        "mean_at": tilts.mean_at([EXAMPLE]),
        "logits": tilts.logits_for(MEANS),
        "crossed": every(two_readings, CROSSED),
        "counted": every(trained_for_counts, COUNTED),
        "rows": reading_pictures.rows(COUNTED[0], CROSSED[0]),
        "errors": dict(zip(PICTURES, errors, strict=True)),
        "fits": count_fits.fits(data.train.counts.float(), data.levels),
    }


def words(found: dict) -> dict[str, str]:
    """Areas, logits, the price of a reading, the fits."""
    return {
        "seeds": str(len(CROSSED)),
        "setting": setting(CROSSED[0]),
        "counted_setting": setting(COUNTED[0]),
        **words_of_laws(found),
        **words_of_readings(found["crossed"], found["counted"]),
        **words_of_fits(found["fits"]),
        **{
            f"{name}_error": spread(values, 3)
            for name, values in found["errors"].items()
        },
    }
