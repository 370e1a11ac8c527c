"""Tables of ten pictures for each loss, and the contrast they keep."""

from statistics import fmean

import numpy as np

from snippets.build import picture
from snippets.words import fixed

CROP = slice(2, -2)  # MNIST's empty border
SIZE = 516, 48  # ten digits, and gaps
FOLDER = "generated/blur_is_the_mean"
KEY = '<span class="f key f-{}">{}</span>'
ROWS = {
    "input": "test image",
    "mean": KEY.format("gaussian", "mean squared error + KL"),
    "sum": KEY.format("gaussian", "SSE + KL"),
    "bernoulli": KEY.format("bernoulli", "cross-entropy + KL"),
    "optimal": KEY.format("gaussian", "squared error, best σ²"),
}
SEEN = {
    "input": "Ten handwritten digits, 0 to 9.",
    "mean": "Ten times the same blur, the mean image.",
    "sum": "Ten soft digits; the 4 reads as a 9, the 5 as an 8.",
    "bernoulli": "Clearer, yet the 4 still reads as a 9.",
    "optimal": "The sharpest; the 5 is still unclear.",
}
SAMPLED = {
    "mean": "Ten times the same blur, the mean image.",
    "sum": "Ten soft shapes, most of them readable as digits.",
    "bernoulli": "Ten shapes, some darker, some not quite digits.",
    "optimal": "Ten broken shapes; few can be read as a digit.",
}


def png(images: np.ndarray) -> bytes:
    """[digit, 28, 28] -> one row, each pixel twice as wide and high.

    So that a browser gives the row of a table enough room.
    """
    large = images[:, CROP, CROP].repeat(2, axis=1).repeat(2, axis=2)
    return picture.row(large, gap=4)


def numbers(found: dict, which: str) -> dict[str, str]:
    """Contrast in per cent; the images themselves have 100."""
    twins = found["twins"].items()
    said = {n: f"{fixed(fmean(s[which]), 0)}\u00a0%" for n, s in twins}
    return {"input": "100\u00a0%", **said}


def table(found: dict, which: str) -> str:
    """Reconstructions ("kept") or samples ("means") as HTML."""
    said = numbers(found, which)
    alts = SEEN if which == "kept" else SAMPLED
    stem = "" if which == "kept" else "s_"
    lines = []
    for name, alt in alts.items():
        path = f"{FOLDER}/{stem}{name}.png"
        image = picture.html(path, *SIZE, alt)
        lines.append(
            f'<tr><th scope="row">{ROWS[name]}</th><td>{image}</td>'
            f"<td>{said[name]}</td></tr>"
        )
    return "\n".join(['<table class="strip">', *lines, "</table>"])
