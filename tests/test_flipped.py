"""A flipped byte in any kind of cache file: it is made again."""

import random
from dataclasses import dataclass
from types import SimpleNamespace

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbformat import v4

from snippets import experiments, store, weights
from snippets.build import outputs, stamps
from snippets.build.claims import Claim
from snippets.build.labs import kept
from snippets.experiments import Experiment
from snippets.vae.training import Run

TINY = Run(data="digits", hidden=(4,), latents=2, epochs=1)
QUIET = [HealthCheck.function_scoped_fixture]
KINDS = ("weights", "record", "claim", "lab")


@dataclass(frozen=True)
class Fixed(Experiment):
    """Records the same number at each call."""

    data: str = "digits"
    work: int = 1

    def run(self):
        return {"value": torch.ones(3)}


@pytest.fixture
def cached(tmp_path, monkeypatch):
    """What makes each kind of cache file, and where that lies."""
    monkeypatch.setenv("VAE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(outputs, "GENERATED", tmp_path / "generated")
    page = SimpleNamespace(
        measure=dict,
        words=lambda found: {"a": "1"},
        draw=lambda found: {"figure.html": "<svg>"},
    )
    monkeypatch.setattr(Claim, "load", lambda self: page)
    monkeypatch.setattr(stamps, "claim", lambda path: "source")
    monkeypatch.setattr(outputs.record, "code", lambda claim: "code")
    cell = v4.new_code_cell("1", id="cell-1")
    notebook = v4.new_notebook(cells=[cell])
    monkeypatch.setattr(kept, "run", lambda lab: notebook)
    lab = SimpleNamespace(name="a", fingerprint=lambda: "source")
    claim = Claim("page", tmp_path / "page.py")
    return {
        "weights": (
            lambda: weights.trained(TINY),
            weights.weights_path(TINY),
        ),
        "record": (
            lambda: experiments.recorded(Fixed()),
            experiments.record_path(Fixed()),
        ),
        "claim": (lambda: outputs.build(claim), stamps.path("page")),
        "lab": (lambda: kept.executed(lab), stamps.path("lab-a")),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_one_flipped_byte_is_noticed_and_the_file_made_again(
    cached, kind, capsys
):
    make, path = cached[kind]
    make()
    whole = path.read_bytes()
    draw = random.Random(0)
    for _ in range(8):
        flipped = bytearray(whole)
        flipped[draw.randrange(len(whole))] ^= 1 << draw.randrange(8)
        path.write_bytes(flipped)
        make()
        assert path.read_bytes() == whole
    said = capsys.readouterr().err
    # A stamp is remade without a word; a training takes a while.
    told = 8 if kind in ("weights", "record") else 0
    assert said.count(f"{path} is damaged") == told


@settings(deadline=None, suppress_health_check=QUIET, max_examples=50)
@given(content=st.binary(max_size=200))
def test_any_bytes_in_its_place_are_damage_told_in_one_line(
    cached, content
):
    for read, path in (
        (lambda: weights.kept(TINY), cached["weights"][1]),
        (lambda: store.unseal(stamps.path("a")), stamps.path("a")),
    ):
        store.replace(path, content)
        with pytest.raises(store.CorruptCache) as caught:
            read()
        assert "\n" not in str(caught.value)
    assert stamps.read("a") == {}
