"""Times are the only numbers that a second build may change."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import torch

from snippets import experiments, store
from snippets.build.verify.times import TIMED, lend_all, opened, timed
from snippets.experiments import Experiment, record_path
from snippets.vae.training import Run

ROOT = Path(__file__).parents[3]
CLOCK = re.compile(r"^(?:import|from) (?:time|timeit|datetime)\b", re.M)
FIRST = {"0 seconds": torch.tensor(0.001), "0 valid": torch.ones(2)}
AGAIN = {"0 seconds": torch.tensor(0.002), "0 valid": torch.zeros(2)}


@dataclass(frozen=True)
class Clocked(Experiment):
    """Its record has a time and something else."""

    seed: int = 7
    data: str = "digits"
    code: str = "hash"
    work: int = 1

    def run(self):
        return FIRST


@pytest.fixture
def caches(tmp_path, monkeypatch):
    """Ours holds FIRST, the other one AGAIN."""
    other = tmp_path / "other"
    monkeypatch.setenv("VAE_CACHE", str(tmp_path / "ours"))
    experiments.record(Clocked())
    name = record_path(Clocked()).name
    store.seal(other / "records" / name, experiments.in_bytes(AGAIN))
    return other


def test_only_the_times_are_lent_and_both_are_told(caches):
    model = Run(data="digits")
    (line,) = lend_all([model, Clocked()], caches)
    assert line.startswith("Clocked(seed=7, work=1): 0 seconds")
    assert "1 ms, again 2 ms" in line
    lent = opened(caches / "records" / record_path(Clocked()).name)
    assert torch.equal(lent["0 seconds"], FIRST["0 seconds"])
    assert torch.equal(lent["0 valid"], AGAIN["0 valid"])


def test_a_name_that_only_ends_alike_is_no_time():
    assert timed({"milliseconds": 1, "0 decode": 2}) == {"0 decode": 2}


def test_every_reading_of_a_clock_is_listed():
    read = {}
    for folder in ("docs/labs", "snippets"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text()
            inside = path.relative_to(ROOT / folder).parts[0]
            if CLOCK.search(text) and inside != "build":
                read[path.name] = text
    # Whoever reads a clock elsewhere gives its name to TIMED.
    assert set(read) == {"searching.py", "weighed.py"}
    for name in TIMED:
        assert any(f'"{name}": ' in text for text in read.values())
