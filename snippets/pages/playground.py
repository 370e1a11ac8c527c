"""The four elements that a reader can move, and what they are given."""

import numpy as np
import torch

from snippets.figures.playground import draw
from snippets.measures import play_elements, play_networks
from snippets.measures.int8 import restored
from snippets.measures.one_image import path
from snippets.measures.play_elements import (
    SHOWN,
    noise,
    places,
    the_map,
    the_sentence,
    the_variance,
)
from snippets.measures.play_networks import (
    BELLS,
    BUDGET,
    COINS,
    MOST_NATS,
    MOST_PROBABILITY,
    SENTENCE,
    changed,
    held_out,
)
from snippets.sweeps import MNIST, setting
from snippets.weights import trained
from snippets.words import fixed

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = (*play_networks.RUNS, *play_elements.RUNS)
FIRST = 3  # the digit that the map starts with


def still_map(described: dict) -> dict[str, np.ndarray]:
    """Both twins' picture of the image that the map starts with."""
    at = described["digits"].index(FIRST)
    found = {}
    for name, run in (("bernoulli", COINS), ("gaussian", BELLS)):
        model = trained(run).model
        z = torch.tensor(described[name]["loc"][at])
        mean = model.likelihood.mean(model.decode(z))
        found[f"map_{name}"] = mean.reshape(28, 28).numpy()
    return found


def still_sentence() -> dict:
    """The start of the sentence: one image, on its path."""
    x = held_out(SENTENCE)[places(1)][[SHOWN]]
    model = restored(trained(SENTENCE).model)
    found = path(model, x, noise())
    total = float(found["cost"].sum())
    return {**found, "digit": SHOWN, "draws": [total]}


def as_array(content: bytes) -> np.ndarray:
    """A file as an array, which data.json leaves out."""
    return np.frombuffer(content, np.uint8)


def measure() -> dict:
    """Files for the browser, start states, what rounding changes."""
    plane, plane_file = the_map()
    phrase, phrase_file = the_sentence()
    hidden, pictures = the_variance()
    return {
        "map": plane,
        "sentence": phrase,
        "variance": hidden,
        "map_file": as_array(plane_file),
        "sentence_file": as_array(phrase_file),
        "pictures": pictures.numpy(),
        "first": FIRST,
        **still_map(plane),
        **{f"path_{k}": v for k, v in still_sentence().items()},
        "changed": {
            run.likelihood + str(run.latents): changed(run)
            for run in play_networks.RUNS
        },
    }


def within_bounds(changed: dict[str, dict[str, float]]) -> None:
    """ValueError unless rounding changes less than the page says."""
    bounds = {"probability": MOST_PROBABILITY, "nats": MOST_NATS}
    for network, most in changed.items():
        for name, value in most.items():
            if value > bounds[name]:
                raise ValueError(
                    f"rounding changes a {name} of {network} by"
                    f" {value:g}: more than {bounds[name]:g}"
                )


def words(found: dict) -> dict[str, str]:
    """Settings, and the bound on what rounding changes."""
    within_bounds(found["changed"])
    sizes = [len(found["map_file"]), len(found["sentence_file"])]
    if sum(sizes) > BUDGET:
        raise ValueError(f"{sum(sizes)} bytes, above {BUDGET}")
    return {
        "map_setting": setting(COINS),
        "sentence_setting": setting(SENTENCE),
        "variance_setting": setting(MNIST),
        "images": str(len(found["map"]["digits"])),
        "latents": str(SENTENCE.latents),
        "map_size": fixed(sizes[0] / 1000, 0),
        "sentence_size": fixed(sizes[1] / 1000, 0),
        "most_probability": fixed(MOST_PROBABILITY, 2),
        "most_nats": fixed(MOST_NATS, 0),
        "shown_digit": str(FIRST),
    }
