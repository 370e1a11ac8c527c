"""Seconds of the processor in records: no clock repeats them.

All else that is trained repeats. So that times do not hide another
difference, the second build takes those of the first; then all bytes
of the site have to be the same, without an exception.
"""

import io
from collections.abc import Iterable
from pathlib import Path

import torch
from torch import Tensor

from snippets import experiments, store
from snippets.experiments import Experiment, record_path

TIMED = ("decode", "encode", "seconds")  # names in records


def opened(path: Path) -> dict[str, Tensor]:
    """A record. Raises as `store.unseal` does."""
    sealed = io.BytesIO(store.unseal(path))
    return torch.load(sealed, weights_only=True)


def timed(record: dict[str, Tensor]) -> dict[str, Tensor]:
    """What a clock has measured of it; a seed may stand in front."""
    return {
        name: value
        for name, value in record.items()
        if name.split(" ")[-1] in TIMED
    }


def both(name: str, one: Tensor, two: Tensor) -> str:
    """Two measurements of the same, in milliseconds."""
    first, second = (1000 * each.double().mean() for each in (one, two))
    return f"{name} {first:.3g} ms, again {second:.3g} ms"


def lend(ours: Path, theirs: Path) -> str:
    """Give our times to their record; tells both."""
    one, two = opened(ours), opened(theirs)
    known = {n: t for n, t in timed(one).items() if n in two}
    said = [both(n, known[n], two[n]) for n in sorted(known)]
    store.seal(theirs, experiments.in_bytes(two | known))
    return "; ".join(said)


def lend_all(tasks: Iterable[object], cache: Path) -> list[str]:
    """For each record with times, in a cache beside ours: a line."""
    lines = []
    for task in tasks:
        if not isinstance(task, Experiment):
            continue
        ours = record_path(task)
        theirs = cache / "records" / ours.name
        if timed(opened(ours)):
            lines.append(f"{name_of(task)}: {lend(ours, theirs)}")
    return sorted(lines)


def name_of(task: Experiment) -> str:
    """Its settings, without the long hash of its code."""
    said = vars(task)
    given = {k: v for k, v in said.items() if k not in ("code", "data")}
    inside = ", ".join(f"{k}={v!r}" for k, v in given.items())
    return f"{type(task).__name__}({inside})"
