from dataclasses import replace

import numpy as np
import pytest
import torch

from snippets.compression import cases
from snippets.experiments import weighed
from snippets.experiments.sources import code
from snippets.experiments.weighed import Differs, Weighed, same
from snippets.measures.last_digits import last_digits
from snippets.measures.model_bytes import model_bytes
from snippets.vae.training import train, untrained

DIGITS = cases.named("digits")


@pytest.fixture
def short(monkeypatch, tmp_path):
    """One epoch, few images, a cache of its own."""
    monkeypatch.setenv("VAE_CACHE", str(tmp_path))
    runs = tuple(replace(run, epochs=1) for run in DIGITS.runs)
    case = replace(DIGITS, runs=runs, parts=("valid",))
    monkeypatch.setattr(weighed, "named", lambda name: case)
    return case


def test_the_record_holds_what_the_page_weighs(short, monkeypatch):
    unpacked = []
    monkeypatch.setattr(
        weighed,
        "in_a_fresh_process",
        lambda content: unpacked.append(content) or images,
    )
    images = short.held_out().reshape(-1, 8, 8)
    found = Weighed("digits").run()
    assert len(unpacked) == 1
    assert found["bytes"].item() == len(unpacked[0])
    assert found["parts"].shape == (350, 3)
    assert found["pixels"].shape == (50, 64)
    pixels, codes, back = found["parts"].T
    net = (pixels + codes - back).mean().item()
    bound = (found["distortion"] + found["rate"]).mean().item()
    assert net == pytest.approx(bound / np.log(2), rel=0.02)
    stack = 8 * (found["bytes"] - 200).item() / 350
    assert stack == pytest.approx(net, rel=0.02)


def test_other_seeds_are_weighed_without_details(short):
    assert "parts" not in Weighed("digits", 1).run()


def test_an_image_that_comes_back_otherwise_is_noticed():
    x = np.zeros((3, 4), np.uint8)
    for other in (x + 1, x[:2], x.astype(np.int8)):
        with pytest.raises(Differs):
            same(x, other)
    same(x, x.copy())


def test_single_precision_differs_and_rounding_settles_it():
    run = replace(cases.named("binary").runs[0], epochs=1)
    model = untrained(run).eval().requires_grad_(False)
    found = last_digits(model, cases.named("binary").held_out()[:50])
    assert found["settled"] == 0
    assert 0 <= found["differ"] <= 1
    assert found["gap"] < 1e-4


def test_a_model_weighs_four_bytes_a_weight():
    model = train(replace(DIGITS.runs[0], epochs=1)).model
    weights = sum(w.numel() for w in model.parameters())
    found = model_bytes(model)
    assert found["both"].item() == 4 * weights
    assert found["decoder"] < found["both"]
    assert torch.all(found["both_xz"] < found["both"])


def test_the_code_of_a_folder_has_a_name_that_its_parts_have_not():
    assert code("compression") == code("compression")
    assert code("compression") != code("compression/coder.py")
