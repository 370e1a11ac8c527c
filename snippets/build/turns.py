"""One build at a time: a second one waits, and finds the work done."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from snippets import store

LEFT = 3600  # seconds after which no write is still at work


@contextmanager
def turn() -> Iterator[None]:
    """Hold the cache, free also after a kill. Raises `Unwritable`."""
    path = store.cache() / "build.lock"
    lock = FileLock(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        take(lock)
    except OSError as error:
        raise store.Unwritable(store.unwritable(path, error)) from error
    try:
        tidy(path.parent)
        yield
    finally:
        lock.release()


def take(lock: FileLock) -> None:
    """Now, or when the other build is over."""
    try:
        lock.acquire(blocking=False)
    except Timeout:
        print("another build is at work: waiting", file=sys.stderr)
        lock.acquire()


def tidy(folder: Path) -> None:
    """Remove what is left of writes that were killed."""
    for path in folder.rglob(".*.part"):
        if time.time() - path.stat().st_mtime > LEFT:
            path.unlink(missing_ok=True)
