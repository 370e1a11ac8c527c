"""Trainings that no `Run` describes; what they record is kept.

An experiment is a frozen dataclass in a module of this folder. Its
record is named by its settings, the code of its module, the machine
and the data, and it is trained in parallel with the other runs.
"""

import hashlib
import io
import sys
from abc import ABC, abstractmethod
from pathlib import Path
from types import ModuleType
from typing import ClassVar

import torch
from torch import Tensor

from snippets import store
from snippets.packaged import SOURCES
from snippets.weights import bare, machine


class Experiment(ABC):
    """Settings; `run` gives what is worth keeping, by name."""

    data: str
    built_on: ClassVar[tuple[ModuleType, ...]] = ()  # more of its code

    @property
    @abstractmethod
    def work(self) -> int:
        """Multiplications, counted as `Run.work` does: for the ETA."""

    @abstractmethod
    def run(self) -> dict[str, Tensor]:
        """Train, and record."""


def record_path(experiment: Experiment) -> Path:
    """Settings, code, data and torch name the file of the record."""
    own = sys.modules[type(experiment).__module__]
    modules = (own, *experiment.built_on)
    code = "".join(bare(Path(m.__file__).read_text()) for m in modules)
    data = SOURCES[experiment.data].sha256
    settings = f"{experiment!r} {code} {data} {machine()}"
    name = hashlib.sha256(settings.encode()).hexdigest()[:32]
    return store.cache() / "records" / name


def in_bytes(found: dict[str, Tensor]) -> bytes:
    """A record as bytes."""
    buffer = io.BytesIO()
    torch.save(found, buffer)
    return buffer.getvalue()


def record(experiment: Experiment) -> None:
    """Run it, and seal what it gives for `recorded`."""
    store.seal(record_path(experiment), in_bytes(experiment.run()))


def recorded(experiment: Experiment) -> dict[str, Tensor]:
    """The record; a missing or damaged one is made first."""
    path = record_path(experiment)
    try:
        sealed = store.unseal(path)
    except FileNotFoundError:
        record(experiment)
        sealed = store.unseal(path)
    except store.CorruptCache as damage:
        print(f"{damage}. Running again.", file=sys.stderr)
        record(experiment)
        sealed = store.unseal(path)
    return torch.load(io.BytesIO(sealed), weights_only=True)
