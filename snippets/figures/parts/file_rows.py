"""Images, and below them the bits that their pixels cost."""

import numpy as np

from snippets.build import picture
from snippets.measures.file_words import DARK

FOLDER = "generated/the_loss_is_a_file_size"
CROP = slice(2, -2)  # MNIST's empty border
SIZE = 548, 48  # ten digits, and gaps
ROWS = {
    "binary_images": ("ink or paper", "Ten digits, 0 to 9."),
    "binary_bits": (
        "bits",
        "The outlines of the digits, thin; some of the inside of the 5"
        " and the 8; nearly nothing elsewhere.",
    ),
    "grey_images": ("0 to 255", "The same digits in greys."),
    "grey_bits": (
        "bits",
        "Whole strokes are dark, darkest in the greys of their edges;"
        " the paper is blank.",
    ),
}


def png(images: np.ndarray) -> bytes:
    """[digit, 28, 28] -> one row, each pixel twice as wide and high."""
    large = images[:, CROP, CROP].repeat(2, axis=1).repeat(2, axis=2)
    return picture.row(large, gap=8)


def pictures(found: dict) -> dict[str, bytes]:
    """A PNG for each row; more bits than `DARK` are as dark."""
    rows = {}
    for name in ROWS:
        case, kind = name.split("_")
        unit = DARK[case] if kind == "bits" else 1
        rows[f"{name}.png"] = png(np.clip(found[name] / unit, 0, 1))
    return rows


def strip() -> str:
    """The rows of pictures as one table."""
    lines = ['<table class="strip">']
    for name, (title, alt) in ROWS.items():
        image = picture.html(f"{FOLDER}/{name}.png", *SIZE, alt)
        lines.append(
            f'<tr><th scope="row">{title}</th><td>{image}</td></tr>'
        )
    return "\n".join([*lines, "</table>"])
