"""A bell beside the pixels that came; the noise on four scales."""

from functools import partial

import numpy as np

from snippets.build.style import chart
from snippets.figures.parts import se_bells, se_noise
from snippets.measures.units import DECODED
from snippets.words import fixed


def draw(found: dict) -> dict[str, str]:
    """Both charts, in both widths."""
    seen = found["seen"]
    bells = {
        "bells": found["bells"],
        "outside": found["outside"],
        "density": np.mean([each["density"] for each in seen], axis=0),
        "scatter": float(np.mean([each["scatter"] for each in seen])),
        "at": DECODED,
    }
    noise = {
        "variance": found["bells"]["sum"],
        "scatter": found["scatter"],
    }
    share = fixed(100 * found["outside"]["sum"], 0)
    over = (
        "Pixels lie between 0 and 1, most of them near 0. The bell that"
        f" SSE + KL assumes around {fixed(DECODED, 1)} is low and wide:"
        f" {share} % of it lies below 0 or above 1. That of mean"
        " squared error + KL leaves the figure on both sides."
    )
    four = (
        "Four maps of the noise that SSE + KL assumes: even and large"
        " on pixels from 0 to 1, half as large from −1 to 1, smaller"
        " for standardised images, and different for each pixel if"
        " each is standardised on its own."
    )
    return {
        "bells.html": chart(
            partial(se_bells.bells, bells),
            "bells",
            "column",
            se_bells.HEIGHTS,
            over,
        ),
        "noises.html": chart(
            partial(se_noise.noises, noise),
            "noises",
            "column",
            se_noise.HEIGHTS,
            four,
        ),
    }
