"""The best single picture of each digit, under four losses."""

import numpy as np

from snippets.build import picture
from snippets.measures.aim_words import of_table

CROP = slice(2, -2)  # MNIST's empty border
FOLDER = "generated/both_losses_aim_at_the_mean"
KEY = '<span class="f key f-{}">{}</span>'
ROWS = {
    "mean": (
        "mean of the images",
        "Ten blurred digits: the means of all images of a digit.",
    ),
    "coins": (
        KEY.format("bernoulli", "cross-entropy"),
        "The same ten.",
    ),
    "squares": (
        KEY.format("gaussian", "squared error"),
        "The same ten again.",
    ),
    "distances": (
        "absolute error",
        "Ten digits with firmer edges and less grey around them; the 4"
        " and the 5 lose parts of their strokes.",
    ),
}


def pngs(table: dict[str, np.ndarray]) -> dict[str, bytes]:
    """A row of ten pictures for each loss."""
    made = {}
    for name in ROWS:
        images = table[name].reshape(-1, 28, 28)[:, CROP, CROP]
        made[f"{name}.png"] = picture.row(images)
    return made


def rows(table: dict[str, np.ndarray]) -> str:
    """HTML: the loss, its ten pictures, how far from the mean."""
    said = {"mean": "off by"}
    numbers = of_table(table)
    lines = []
    for name, (title, alt) in ROWS.items():
        far = said.get(name) or numbers[f"{name}_off"]
        under = far if not far.startswith("10") else f"&lt; {far}"
        image = picture.html(f"{FOLDER}/{name}.png", 258, 24, alt)
        lines.append(
            f'<tr><th scope="row">{title}</th><td>{image}</td>'
            f"<td>{under}</td></tr>"
        )
    return "\n".join(['<table class="strip">', *lines, "</table>"])
