"""Run a lab from top to bottom, in a process of its own."""

import logging
import os
import subprocess
import tempfile
from copy import deepcopy

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import (
    CellExecutionError,
    CellTimeoutError,
    DeadKernelError,
)
from nbformat import NotebookNode

from snippets.build.labs import kernel
from snippets.build.labs.source import Lab
from snippets.store import ROOT

CELL_SECONDS = 900  # by the clock: a machine may be busy
START_SECONDS = 900  # before the first cell of the lab
START = f"from {kernel.__name__} import start\nstart()\ndel start"


def seconds(cell: NotebookNode) -> int:
    """The limit of a cell; ours comes before those of the lab."""
    return START_SECONDS if cell.source == START else CELL_SECONDS


SETTINGS = {
    "timeout": CELL_SECONDS,
    "timeout_func": seconds,
    "startup_timeout": START_SECONDS,
    "shell_timeout_interval": 1,
    "shutdown_kernel": "immediate",
    "coalesce_streams": True,
    "record_timing": False,
}


class LabFailed(RuntimeError):
    """A cell raised, ran too long or wrote a warning."""


def environment(folder: str) -> dict[str, str]:
    """One thread, our code first, nothing of the user's profile."""
    own = {
        "IPYTHONDIR": folder,
        "OMP_NUM_THREADS": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(ROOT),
    }
    return {**os.environ, **own}


def named(lab: Lab, place: int, cell: NotebookNode) -> str:
    """Which cell of which lab, in a form that can be found."""
    first = next(iter(cell.source.splitlines()), "")
    return f"docs/labs/{lab.name}.py, cell {place} ({first!r})"


def stopped_by(client: NotebookClient, folder: str) -> str | None:
    """Runs all cells; what stopped the run, if something did."""
    try:
        # What the kernel itself says is not about the lab.
        client.execute(
            env=environment(folder), stderr=subprocess.DEVNULL
        )
    except CellExecutionError as error:
        return f"{error.ename}: {error.evalue}"
    except CellTimeoutError:
        return f"still running after {CELL_SECONDS} s"
    except DeadKernelError:
        return "its process died; was the memory full?"
    return None


def run(lab: Lab) -> NotebookNode:
    """The notebook with its outputs. Raises `LabFailed`."""
    notebook = lab.read()
    running = deepcopy(notebook)
    running.cells.insert(0, nbformat.v4.new_code_cell(START))
    reached = [0]  # ours, which comes before the first of the lab
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            running,
            on_cell_start=lambda cell, cell_index: reached.append(
                cell_index
            ),
            resources={"metadata": {"path": folder}},
            **SETTINGS,
        )
        # It would add pages to the one line that is raised here.
        client.log.setLevel(logging.CRITICAL)
        reason = stopped_by(client, folder)
    if reason:
        place = reached[-1]
        where = named(lab, place, running.cells[place])
        raise LabFailed(f"{where}: {reason}")
    notebook.cells = running.cells[1:]
    return notebook
