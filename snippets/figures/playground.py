"""The four elements at rest, and the files that make them move."""

import json
from functools import partial

import numpy as np

from snippets.build import picture
from snippets.build.style import chart
from snippets.figures.parts import play_map, play_ruler, play_variance
from snippets.figures.parts.sentence_path import HEIGHTS, sentence_path
from snippets.words import fixed, fraction

CROP = slice(2, -2)  # MNIST's empty border
FILES = ("map", "sentence", "variance")


def compact(described: dict) -> str:
    """JSON without blanks: it travels to each reader."""
    return json.dumps(described, separators=(",", ":"), allow_nan=False)


def sheet(pictures: np.ndarray) -> bytes:
    """[row, digit, 28, 28] -> one PNG, row under row, no border."""
    rows = pictures[:, :, CROP, CROP]
    gap = np.pad(rows, [(0, 0), (0, 0), (0, 0), (0, 2)])
    lines = [np.concatenate(list(row), axis=1)[:, :-2] for row in gap]
    return picture.row(np.concatenate(lines)[None], gap=0)


def ruler_said() -> str:
    """The alternative text of the ruler."""
    pulls = play_ruler.slopes()
    return (
        "Two curves over the forecast m of a pixel whose target is"
        f" {fixed(play_ruler.TARGET)}. Both are zero at the target. At"
        f" m = {fixed(play_ruler.FORECAST)} cross-entropy is"
        f" {fixed(play_ruler.coins(play_ruler.FORECAST))} nats above"
        " its floor, squared error costs"
        f" {fixed(play_ruler.bell(play_ruler.FORECAST))}. Below, two"
        " arrows are the pulls on the logit:"
        f" {fixed(-pulls['bernoulli'])}, which reaches the target, and"
        f" {fixed(-pulls['gaussian'])}."
    )


def variance_said(found: dict) -> str:
    """The alternative text of the spectrum."""
    variance = play_variance.VARIANCE
    eigenvalues = found["variance"]["eigenvalues"]
    used = sum(each > variance for each in eigenvalues)
    return (
        "The variances of the images along their first sixty principal"
        f" directions, falling. {used} of {len(eigenvalues)} lie above"
        f" a line at σ² = {fraction(variance)}. Below, ten digits and"
        " what the network that was trained with this variance makes"
        " of them."
    )


def map_said(found: dict) -> str:
    """The alternative text of the latent map."""
    return (
        f"Two planes of codes, each with {len(found['map']['digits'])}"
        " small ellipses that bear the digit of their image, one plane"
        " for a Bernoulli likelihood and one for a squared error. In"
        f" each a point marks the code of the same {found['first']},"
        " and beside it stands the picture that the decoder makes of"
        " the point."
    )


def sentence_said(found: dict) -> str:
    """The alternative text of the sentence."""
    return (
        f"From left to right: a {found['path_digit']}, its code, the"
        " probabilities of ink that the decoder makes of it, and what"
        " each pixel costs: together"
        f" {fixed(found['path_draws'][0], 1)} nats."
    )


def figures(found: dict) -> dict[str, str]:
    """The four still figures."""
    path = {
        name.removeprefix("path_"): value
        for name, value in found.items()
        if name.startswith("path_")
    }
    spectrum = partial(play_variance.variance, found)
    still = {
        "ruler": (
            play_ruler.ruler,
            "column",
            play_ruler.HEIGHTS,
            ruler_said(),
        ),
        "variance": (
            spectrum,
            "column",
            play_variance.HEIGHTS,
            variance_said(found),
        ),
        "map": (
            partial(play_map.twins, found),
            "full",
            play_map.HEIGHTS,
            map_said(found),
        ),
        "sentence": (
            partial(sentence_path, path),
            "full",
            HEIGHTS,
            sentence_said(found),
        ),
    }
    return {
        f"{name}.html": chart(draw, f"play-{name}", width, heights, alt)
        for name, (draw, width, heights, alt) in still.items()
    }


def draw(found: dict) -> dict[str, str | bytes]:
    """Still figures, descriptions, weights, recorded pictures."""
    return {
        **figures(found),
        **{f"{name}.json": compact(found[name]) for name in FILES},
        "map.bin": found["map_file"].tobytes(),
        "sentence.bin": found["sentence_file"].tobytes(),
        "variance.png": sheet(found["pictures"]),
    }
