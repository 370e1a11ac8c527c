"""The trainings of a learned scale, one setting changed at a time."""

from dataclasses import replace

import pytest

from snippets.measures import scales
from snippets.measures.scales import STARTED, ends, noisy, settling
from snippets.sweeps import SEEDS
from snippets.vae.training import Run

TINY = Run(data="digits", hidden=(8,), latents=2, epochs=1)


@pytest.fixture
def tiny(monkeypatch, tmp_path):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path))
    return noisy(TINY, start=0.4)[:2]


def test_the_starts_differ_in_nothing_but_what_their_names_say():
    wide, near, narrow = (
        STARTED[name][0] for name in ("wide", "near", "narrow")
    )
    assert (
        replace(near, start=1.0) == replace(narrow, start=1.0) == wide
    )
    assert [run.seed for run in STARTED["wide"]] == list(SEEDS)


def test_the_slow_run_learns_at_the_rate_of_its_network():
    slow = STARTED["slow"][0]
    assert slow.scale_rate == slow.learning_rate


def test_scale_and_root_are_read_by_epoch(tiny):
    found = settling(tiny)
    assert [len(row) for row in found["scale"]] == [2, 2]
    assert found["scale"][0][0] == pytest.approx(0.4, rel=1e-3)
    last = found["scale"][1][-1] / found["root"][1][-1]
    assert found["ratio"][1] == last


def test_the_variance_at_the_end_is_the_square_of_the_scale(tiny):
    found = ends(tiny)
    last = scales.course(tiny, "scale")[0][-1]
    assert found["variance"][0] == last**2
    assert all(len(values) == 2 for values in found.values())
