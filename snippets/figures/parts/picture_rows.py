"""Tables of pictures: a view in each row, a digit in each column."""

from statistics import fmean

import numpy as np

from snippets.build import picture
from snippets.words import fixed

FOLDER = "generated/the_picture_is_a_mean"
CROP = slice(2, -2)  # MNIST's empty border
SIZE = 328, 48  # six digits, and gaps
ROWS = {
    "input": ("test image", "Six digits, 0 to 5, ink on paper."),
    "mean": (
        "the mean",
        "The same six, blurred: the 4 could be a 9, the 5 a 0 or 8.",
    ),
    "toss": (
        "one toss",
        "The same six, frayed: dots lie beside the strokes, and gaps"
        " in them.",
    ),
    "again": (
        "another toss",
        "The same six, frayed again, with the dots in other places.",
    ),
    "threshold": (
        "threshold",
        "The same six with smooth edges: the 0 has a gap, the 4 is a"
        " 9, the 5 looks like a 0.",
    ),
    "doubt": (
        "where tosses differ",
        "Dark where the decoder is in doubt: along the outlines, and"
        " in nearly all of the 2 and the 5.",
    ),
}
CODES = {
    "one_code": (
        "one code, six tosses",
        "The same 3 six times, the dots in other places each time.",
    ),
    "codes": (
        "six codes, a toss each",
        "Six different shapes, all frayed in the same way.",
    ),
}
SPECKS = {
    "input": "digit_specks",
    "toss": "toss_specks",
    "threshold": "threshold_specks",
}


def png(images: np.ndarray) -> bytes:
    """[digit, 28, 28] -> one row, each pixel twice as wide and high.

    So that a browser gives the row of a table enough room.
    """
    large = images[:, CROP, CROP].repeat(2, axis=1).repeat(2, axis=2)
    return picture.row(large, gap=8)


def row(name: str, text: tuple[str, str], number: str) -> str:
    """A line of a table: its name, six pictures, a number."""
    title, alt = text
    image = picture.html(f"{FOLDER}/{name}.png", *SIZE, alt)
    return (
        f'<tr><th scope="row">{title}</th><td>{image}</td>'
        f"<td>{number}</td></tr>"
    )


def numbers(found: dict) -> dict[str, str]:
    """What stands at the end of a row: specks per image."""
    scores = found["scores"]
    said = {
        row: fixed(fmean(scores[name]), 1)
        for row, name in SPECKS.items()
    }
    said["input"] += " specks"
    return said


def table(rows: dict, said: dict[str, str]) -> str:
    """Rows of pictures as HTML."""
    lines = [row(n, text, said.get(n, "")) for n, text in rows.items()]
    return "\n".join(['<table class="strip">', *lines, "</table>"])
