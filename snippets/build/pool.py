"""Missing models are trained side by side, one thread a process."""

import hashlib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import torch
from joblib import Parallel, cpu_count, delayed
from tqdm import tqdm

from snippets import experiments, store, weights
from snippets.build import cluster
from snippets.experiments import Experiment, record_path
from snippets.vae.training import Run, train
from snippets.weights import weights_path

Task = Run | Experiment
T = TypeVar("T")
R = TypeVar("R")

BAR = "{desc} {percentage:3.0f} % |{bar:24}| {postfix} {remaining} left"


class OtherMachine(RuntimeError):
    """A cluster would not train the weights that are named here."""


class Untrained(RuntimeError):
    """Training is forbidden, yet a model is missing."""


def file_of(task: Task) -> Path:
    """Where its weights or its record are kept."""
    if isinstance(task, Experiment):
        return record_path(task)
    return weights_path(task)


def fingerprint(runs: Iterable[Task]) -> str:
    """It changes exactly where the name of one of their files does."""
    files = {file_of(run) for run in runs}
    names = sorted(f"{file.parent.name}/{file.name}" for file in files)
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def missing(runs: Iterable[Task], repair: bool = True) -> list[Task]:
    """Each run without sound weights, once; the longest first.

    A damaged file is reported; without `repair` it is an error.
    """
    absent = [r for r in dict.fromkeys(runs) if not sound(r, repair)]
    return sorted(absent, key=lambda run: -run.work)


def sound(run: Task, repair: bool) -> bool:
    """Whether its weights are there and whole."""
    try:
        store.unseal(file_of(run))
    except FileNotFoundError:
        return False
    except store.CorruptCache as damage:
        if not repair:
            raise
        print(f"{damage}. Training again.", file=sys.stderr)
        return False
    return True


def content(run: Task) -> bytes:
    """Train; what is to be kept of it."""
    if isinstance(run, Experiment):
        return experiments.in_bytes(run.run())
    return weights.packed(train(run))


def make(run: Task) -> None:
    """Train and keep one model, inside a worker."""
    store.seal(file_of(run), content(run))


def sent(run: Task) -> tuple[str, bytes]:
    """Train in a cluster; the name of the file there, and its bytes."""
    torch.set_num_threads(1)
    return file_of(run).name, content(run)


def receive(run: Task, sent: tuple[str, bytes]) -> None:
    """Keep what a cluster trained. Raises `OtherMachine`."""
    path = file_of(run)
    name, trained = sent
    # Settings, code, data and torch are in the name.
    if name != path.name:
        raise OtherMachine(
            "a worker of the cluster has another version of this"
            " project, of its data or of torch: install the same there"
        )
    store.seal(path, trained)


def train_missing(runs: Iterable[Task], allowed: bool = True) -> int:
    """Train what is missing, in parallel; gives how many that were."""
    absent = missing(runs, repair=allowed)
    if absent and not allowed:
        raise Untrained(
            f"{len(absent)} models are not trained, the first is"
            f" {absent[0]}: run without --no-train"
        )
    if absent:
        show_progress(absent)
    return len(absent)


def show_progress(runs: list[Task]) -> None:
    """One bar over the multiplications of all runs, with an ETA."""
    work = [run.work for run in runs]
    title = "Training {} models"
    if not cluster.named():
        side_by_side(make, runs, title, work)
        return
    with cluster.joined():
        side_by_side(sent, runs, title + " far away", work, receive)


def side_by_side(
    do: Callable[[T], R],
    tasks: list[T],
    title: str,
    work: list[int] | None = None,
    keep: Callable[[T, R], None] = lambda task, result: None,
) -> None:
    """`do` each task, one process a core; a bar counts their work.

    `keep` runs here, on each task that is done and what came of it.
    """
    work = work or [1] * len(tasks)
    workers = min(cpu_count(), len(tasks))
    done = Parallel(n_jobs=workers, return_as="generator_unordered")(
        delayed(numbered)(do, task, place)
        for place, task in enumerate(tasks)
    )
    # A terminal is refreshed often; a log keeps one line a while.
    pause = 0.5 if sys.stderr.isatty() else 15
    style = {"bar_format": BAR, "mininterval": pause}
    with tqdm(total=sum(work), **style) as bar:
        bar.set_description_str(title.format(len(tasks)))
        for count, (place, result) in enumerate(done, start=1):
            keep(tasks[place], result)
            bar.set_postfix_str(f"{count} done,", refresh=False)
            bar.update(work[place])


def numbered(
    do: Callable[[T], R], task: T, place: int
) -> tuple[int, R]:
    """Do it inside a worker; tell which one it was."""
    return place, do(task)
