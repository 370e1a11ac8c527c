"""What a pixel of either data set is, counted over all images."""

import numpy as np
import torch
from jaxtyping import Float, UInt8
from torch import Tensor
from torch.distributions import Bernoulli

from snippets.figures.dataset import draw
from snippets.packaged import SOURCES, Source, read
from snippets.vae.dataset import SPLIT_SEED, VIEWS, load, see, seeded
from snippets.words import fixed

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = ()
DIGIT = 3
PANELS = (*((view, 1) for view in VIEWS), ("afresh", 2))


def counted(
    counts: UInt8[Tensor, "image pixel"], levels: int
) -> dict[str, float | list[int]]:
    """Shares of pixels, means, and variances per pixel position."""
    grey = counts.double() / levels
    still = (counts == counts[0]).all(0)
    return {
        "images": len(counts),
        "none": (counts == 0).double().mean().item(),
        "full": (counts == levels).double().mean().item(),
        "ink": grey.mean().item(),
        "threshold": (grey > 0.5).double().mean().item(),
        "variance": grey.var(0, correction=0).mean().item(),
        "added": (grey * (1 - grey)).mean().item(),
        "constant": still.nonzero().flatten().tolist(),
    }


def panels() -> np.ndarray:
    """[panel, 28, 28]: one digit under each view, afresh twice."""
    data = load("mnist_5k")
    at = data.test.labels.tolist().index(DIGIT)
    one = data.test.counts[[at]]
    seen = [see(one, data.levels, v, seeded(s)) for v, s in PANELS]
    return torch.cat(seen).reshape(-1, data.side, data.side).numpy()


def undecided(seen: np.ndarray) -> tuple[int, int]:
    """Row and column of the pixel to frame: nearest to one half.

    Of the pixels on which the two fresh draws disagree.
    """
    away = np.abs(seen[1] - 0.5)
    away = np.where(seen[4] != seen[5], away, np.inf)
    row, column = np.unravel_index(away.argmin(), away.shape)
    return int(row), int(column)


def refusal(grey: Float[Tensor, " pixel"]) -> str:
    """What torch says when a grey value is called a coin toss."""
    try:
        Bernoulli(probs=torch.tensor([0.5])).log_prob(grey)
    except ValueError as error:
        return f"ValueError: {error}"
    raise AssertionError("torch took it for a coin toss")


def measure() -> dict:
    """Counts of both sets; one digit, one of its pixels, one error."""
    found: dict = {"seen": panels()}
    row, column = undecided(found["seen"])
    found["framed"] = [row, column]
    found["values"] = found["seen"][:, row, column].tolist()
    grey = torch.tensor([round(found["values"][1], 2)])
    found["refusal"] = refusal(grey)
    for name, source in SOURCES.items():
        counts, labels = read(name)
        pixels = torch.from_numpy(counts)
        found[name] = counted(pixels, source.levels)
        found[name]["classes"] = np.bincount(labels).tolist()
    return found


def words(found: dict) -> dict[str, str]:
    """Sizes and shares of each set, and the values of one pixel."""
    said = {"seed": str(SPLIT_SEED)}
    said["per_class"] = str(found["mnist_5k"]["classes"][0])
    said["constant"] = str(found["digits"]["constant"])[1:-1]
    for (view, seed), value in zip(
        PANELS, found["values"], strict=True
    ):
        digits = 2 if view == "grey" else 0
        said[f"{view}_{seed}"] = fixed(value, digits)
    for name, source in SOURCES.items():
        for key, text in described(source, found[name]).items():
            said[f"{name}_{key}"] = text
    return said


def described(source: Source, found: dict) -> dict[str, str]:
    """The same words for either set."""
    sizes = zip(("train", "valid", "test"), source.split, strict=True)
    shares = {
        **{key: found[key] for key in ("none", "full", "ink")},
        "threshold": found["threshold"],
        "between": 1 - found["none"] - found["full"],
        "share": found["added"] / (found["added"] + found["variance"]),
    }
    return {
        **{part: fixed(size, 0) for part, size in sizes},
        **{key: fixed(100 * one, 1) for key, one in shares.items()},
        "images": fixed(found["images"], 0),
        "side": str(source.side),
        "pixels": str(source.side**2),
        "levels": str(source.levels),
        "values": str(source.levels + 1),
        "still": str(len(found["constant"])),
        "variance": fixed(found["variance"], 4),
        "added": fixed(found["added"], 4),
    }
