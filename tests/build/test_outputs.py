import json
from types import SimpleNamespace

import numpy as np
import pytest

from snippets.build import outputs
from snippets.build.claims import Claim

FOUND = {"a": 1 / 3, "b": np.ones(9)}


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(outputs, "GENERATED", tmp_path / "generated")


@pytest.fixture
def claim(tmp_path, monkeypatch):
    """A claim that counts how often it is measured."""
    calls = []
    module = SimpleNamespace(
        RUNS=(),
        measure=lambda: calls.append(1) or FOUND,
        words=lambda found: {"a": f"{found['a']:.2f}"},
        draw=lambda found: {"figure.html": "<svg>", "row.png": b"\x89"},
    )
    monkeypatch.setattr(Claim, "load", lambda self: module)
    monkeypatch.setattr(outputs.stamps, "claim", lambda path: "source")
    monkeypatch.setattr(outputs.record, "code", lambda claim: "code")
    return SimpleNamespace(
        claim=Claim("claim", tmp_path / "claim.py"), calls=calls
    )


def test_words_figures_and_raw_numbers_are_written(claim):
    assert outputs.build(claim.claim) == {"a": "0.33"}
    folder = outputs.GENERATED / "claim"
    assert (folder / "figure.html").read_text() == "<svg>\n"
    assert (folder / "row.png").read_bytes() == b"\x89"
    assert json.loads((folder / "data.json").read_text()) == {
        "a": 0.333333,
        "b": [1.0] * 9,
    }
    assert (folder / "code.txt").read_text() == "code\n"


def test_what_stands_is_not_measured_again(claim):
    outputs.build(claim.claim)
    assert outputs.build(claim.claim) == {"a": "0.33"}
    assert len(claim.calls) == 1


def test_a_lost_figure_is_made_again(claim):
    outputs.build(claim.claim)
    (outputs.GENERATED / "claim" / "figure.html").unlink()
    outputs.build(claim.claim)
    assert len(claim.calls) == 2


def test_a_number_that_is_none_stops_the_claim(claim, monkeypatch):
    module = claim.claim.load()
    monkeypatch.setattr(module, "measure", lambda: {"a": float("nan")})
    with pytest.raises(ValueError, match="nan"):
        outputs.build(claim.claim)
    assert not (outputs.GENERATED / "claim").exists()


def test_the_sweep_leaves_what_is_wanted(tmp_path):
    wanted = outputs.GENERATED / "kept" / "a.html"
    left = outputs.GENERATED / "left" / "b.html"
    outputs.write_all(wanted.parent, {"a.html": "a"})
    outputs.write_all(left.parent, {"b.html": "b"})
    outputs.sweep({wanted})
    assert wanted.is_file()
    assert not left.parent.exists()


def test_a_number_must_not_be_called_like_a_method_of_dict():
    with pytest.raises(ValueError, match=r"claim\.values cannot"):
        outputs.write_numbers({"claim": {"values": "17"}})
