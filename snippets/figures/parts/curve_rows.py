"""Ten digits under two losses, and how far the pictures differ."""

from statistics import fmean

import numpy as np

from snippets.build import picture
from snippets.words import fixed

CROP = slice(2, -2)  # MNIST's empty border
FOLDER = "generated/one_curve"
ROWS = {
    "input": ("test image", "Ten handwritten digits, 0 to 9."),
    "gaussian": (
        '<span class="f key f-gaussian">squared error</span>',
        "The ten digits, softer; the 4 reads as a 9.",
    ),
    "bernoulli": (
        '<span class="f key f-bernoulli">cross-entropy</span>',
        "The ten digits, all but the same as the row above.",
    ),
    "by_loss": (
        "difference of the two",
        "Faint outlines of the digits, paler than the row below.",
    ),
    "by_seed": (
        "difference of two seeds",
        "Outlines too, darker: cross-entropy from another start.",
    ),
}


def pictures(rows: np.ndarray) -> dict[str, np.ndarray]:
    """Three rows of images, and two of absolute differences."""
    x, gaussian, bernoulli, other = rows
    return {
        "input": x,
        "gaussian": gaussian,
        "bernoulli": bernoulli,
        "by_loss": np.abs(gaussian - bernoulli),
        "by_seed": np.abs(other - bernoulli),
    }


def row(name: str, number: str) -> str:
    """A line of the table: what it is, ten digits, a number."""
    title, alt = ROWS[name]
    image = picture.html(f"{FOLDER}/{name}.png", 258, 24, alt)
    return (
        f'<tr><th scope="row">{title}</th><td>{image}</td>'
        f"<td>{number}</td></tr>"
    )


def table(found: dict) -> str:
    """The rows, with their rate or how much they differ."""
    like = found["likeness"]
    rates = {
        "gaussian": found["twin"]["rate"],
        "bernoulli": found["mnist"]["bernoulli"]["rate"],
    }
    said = {name: fixed(fmean(each), 1) for name, each in rates.items()}
    said["input"] = "nats"
    said["by_loss"] = fixed(fmean(like["losses"]), 3)
    said["by_seed"] = fixed(fmean(like["second_seeds"]), 3)
    lines = [row(name, said[name]) for name in ROWS]
    return "\n".join(['<table class="strip">', *lines, "</table>"])


def pngs(shown: dict[str, np.ndarray]) -> dict[str, bytes]:
    """A PNG for each row."""
    return {
        f"{name}.png": picture.row(images[:, CROP, CROP])
        for name, images in shown.items()
    }
