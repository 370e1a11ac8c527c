"""Areas, means, one network read twice, pictures, counts."""

from functools import partial
from statistics import fmean

import numpy as np

from snippets.build import picture
from snippets.build.style import Draw, chart
from snippets.figures.parts.density_areas import areas
from snippets.figures.parts.density_crowd import crowd
from snippets.figures.parts.density_means import means
from snippets.figures.parts.density_readings import readings
from snippets.words import fixed

FOLDER = "generated/cross_entropy_is_no_grey_density"
ZOOM = 6  # screen pixels for one of the image
LAW = '<span class="f f-truncated-geometric">{}</span>'
CROSS = '<span class="f f-bernoulli">{}</span>'
ROWS = {
    "input": ("input", "Small digits: 0, 2, 4, 6, 8."),
    "mean": (
        LAW.format("trained for counts: mean"),
        "The digits softened; the 2 looks like a 7, the 8 like a 9.",
    ),
    "parameter": (
        LAW.format("its parameter"),
        "The same shapes with hard edges: {parameter} % of the pixels"
        " are between 0.1 and 0.9, above {mean} %.",
    ),
    "m": (
        CROSS.format("cross-entropy: m"),
        "Softer shapes; the 2 and the 8 can hardly be read.",
    ),
    "fog": (
        CROSS.format("mean, if m is the parameter"),
        "The soft shapes in a fog of grey.",
    ),
}
CHARTS: dict[str, tuple[Draw, tuple[int, int]]] = {
    "areas": (areas, (480, 410)),
    "means": (means, (330, 300)),
    "readings": (readings, (250, 260)),
    "crowd": (crowd, (290, 270)),
}


def row(name: str, error: str, grey: dict[str, str]) -> str:
    """A line of the table: what it is, the digits, the error."""
    title, alt = ROWS[name]
    alt = alt.format(**grey)
    image = picture.html(f"{FOLDER}/{name}.png", 248, 48, alt)
    return (
        f'<tr><th scope="row">{title}</th><td>{image}</td>'
        f"<td>{error}</td></tr>"
    )


def grey_share(images: np.ndarray) -> str:
    """Per cent of pixels that are neither ink nor paper."""
    return fixed(100 * ((images > 0.1) & (images < 0.9)).mean(), 0)


def enlarged(images: np.ndarray) -> bytes:
    """A row of images with sharp pixels, `ZOOM` times as large."""
    return picture.row(images.repeat(ZOOM, 1).repeat(ZOOM, 2))


def alternatives(found: dict) -> dict[str, str]:
    """What each chart shows, in words."""
    shown = [
        f"{fixed(area, 2)} for m = {m:g}"
        for m, area in found["areas"].items()
    ]
    mean = found["mean_at"]["continuous-bernoulli"][0]
    nats = {
        "parameter": fmean(found["crossed"]["parameter"]),
        "mean": fmean(found["crossed"]["mean"]),
        "trained": fmean(found["counted"]["nats"]),
    }
    cost = {name: fixed(value, 1) for name, value in nats.items()}
    return {
        "areas": "Three curves in squares of area 1. The areas below"
        f" them are {', '.join(shown)}. Below: the area for every m,"
        " at most one half, and zero at both ends.",
        "means": "At the parameter 0.1 the Bernoulli has the mean 0.10,"
        f" the continuous Bernoulli {fixed(mean, 2)}, the truncated"
        " geometric a value between. At one half all agree.",
        "readings": f"A bar of {cost['parameter']} nats for m read as"
        f" parameter, {cost['mean']} for m read as mean, and"
        f" {cost['trained']} for the network trained for counts.",
        "crowd": "Most counts of the pixel are 0 or near 16. The"
        " binomial is a bell in the middle, the truncated geometric is"
        " nearly flat, the beta-binomial is high at both ends.",
    }


def draw(found: dict) -> dict[str, str | bytes]:
    """Four charts, the table of digits, and a PNG for each row."""
    pictures = dict(zip(ROWS, found["rows"], strict=True))
    errors = {n: fixed(fmean(e), 3) for n, e in found["errors"].items()}
    grey = {n: grey_share(each) for n, each in pictures.items()}
    rows = [row(n, errors.get(n, "error"), grey) for n in ROWS]
    alt = alternatives(found)
    charts = {
        f"{name}.html": chart(
            partial(piece, found), name, "column", heights, alt[name]
        )
        for name, (piece, heights) in CHARTS.items()
    }
    return {
        **charts,
        **{f"{n}.png": enlarged(each) for n, each in pictures.items()},
        "rows.html": "\n".join(
            ['<table class="strip">', *rows, "</table>"]
        ),
    }
