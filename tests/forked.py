"""Builds of a tiny page, each in a fork: torch is imported once.

`python -m tests.forked DEED` in a `Small` copy does one deed below
and prints as JSON what became of each build.
"""

import json
import os
import random
import resource
import shutil
import signal
import sys
from functools import partial
from pathlib import Path

import torch

from snippets import store
from snippets.build import __main__ as build
from snippets.build import command, outputs, stamps

NAME = "tiny"
SAID = Path("said.txt")


def started(prepare=lambda: None):
    """A build in a process of its own, all it says in a file."""
    pid = os.fork()
    if pid:
        return pid
    said = os.open(SAID, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(said, 1)
    os.dup2(said, 2)
    prepare()
    os._exit(build.main(["--claim", NAME]))


def ended(pid):
    """Its status, negative for a signal, and its processor time."""
    _, status, used = os.wait4(pid, 0)
    seconds = used.ru_utime + used.ru_stime
    return os.waitstatus_to_exitcode(status), seconds


def built(prepare=lambda: None):
    """The status of a whole build, and what it said."""
    SAID.write_text("")
    status, _ = ended(started(prepare))
    return status, SAID.read_text()


def files():
    """Name and content of all that stands, temporary files too."""
    return {
        str(path): path.read_bytes().hex()
        for folder in (store.cache(), outputs.GENERATED / NAME)
        for path in folder.rglob("*")
        if path.is_file() and path.name != "build.lock"
    }


def clear():
    """As if nothing had ever been built."""
    for folder in (store.cache(), outputs.GENERATED / NAME):
        shutil.rmtree(folder, ignore_errors=True)


def killed_after(seconds):
    """Of the processor; unhandled, this signal ends as a kill does."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def kills():
    """Ten builds die at random moments and are started again."""
    SAID.write_text("")
    first = ended(started())[1]
    whole = files()
    draw = random.Random(362931)
    for _ in range(10):
        clear()
        moment = first * draw.uniform(0.02, 0.8)
        killed = ended(started(partial(killed_after, moment)))[0]
        left = files()
        torn = {n for n in left if not n.endswith(".part")}
        torn = {n for n in torn if left[n] != whole[n]}
        again = built()[0]
        now = files()
        same = {n: now[n] for n in now if n not in left or n in whole}
        yield [killed, sorted(torn), again, same == whole]


def twins():
    """One build alone, then two at once."""
    yield built()
    whole = files()
    clear()
    SAID.write_text("")
    pids = [started(), started()]
    yield [*(ended(pid)[0] for pid in pids), files() == whole]
    yield SAID.read_text()


def limited(size):
    """No file may be longer than this."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def limits():
    """Files of so many bytes at most, then of any length again."""
    built()
    whole = files()
    for size in (1_000, 12_000):
        clear()
        status, said = built(partial(limited, size))
        left = files()
        true = left.items() <= whole.items()
        again = built()[0]
        yield [status, said, len(left), true, again, files() == whole]


if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    command.collect()[NAME].load()
    stamps.graph()
    # Its first call imports for seconds, which none of these are about.
    torch.optim.Adam([torch.zeros(1)])
    clear()
    deeds = {"kills": kills, "twins": twins, "limits": limits}
    print(json.dumps(list(deeds[sys.argv[1]]())))
