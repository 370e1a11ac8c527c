"""Cells of a known truth, and decoders that learn from them."""

import math
from dataclasses import replace

import pytest
import torch

from snippets.experiments.counts import Counts
from snippets.measures import simulated
from snippets.measures.reads import LAWS
from snippets.vae.dataset import seeded

TINY = Counts(
    genes=30,
    cells=(300, 60, 40),
    hidden=(8,),
    latents=2,
    epochs=12,
    batch=50,
    codes=20,
)


def cells(r, count, genes=60):
    """A truth, and its cells with their factors."""
    generator = seeded(3)
    known = simulated.truth(genes, r, generator)
    return known, simulated.simulate(known, count, generator)


@pytest.mark.parametrize("r", [2.0, math.inf])
def test_counts_have_the_mean_and_variance_of_their_law(r):
    known, _ = cells(r, 1)
    base = torch.full((60,), math.log(5.0))
    flat = known._replace(weights=torch.zeros(2, 60), base=base)
    x, _ = simulated.simulate(flat, 5_000, seeded(0))
    k, depth = x[:, :-1], x[:, -1:]
    m = depth * base.exp()
    assert k.mean().item() == pytest.approx(m.mean().item(), rel=0.01)
    scatter = ((k - m).square() - m).mean() / m.square().mean()
    assert scatter.item() == pytest.approx(1 / r, rel=0.05, abs=0.01)


@pytest.mark.parametrize("r", [2.0, math.inf])
def test_the_evidence_does_not_depend_on_the_grid(r):
    known, (x, z) = cells(r, 12)
    ours = simulated.log_evidence(known, x, z)
    finer = simulated.log_evidence(known, x, z, reach=4.0, step=0.08)
    torch.testing.assert_close(ours, finer, rtol=0, atol=0.01)


def test_the_evidence_is_a_mean_over_the_prior():
    known, (x, z) = cells(2.0, 3, genes=2)
    drawn = torch.randn(100_000, 2, generator=seeded(0))
    terms = [known.log_prob(cell, drawn).logsumexp(0) for cell in x]
    near = torch.stack(terms) - math.log(len(drawn))
    exact = simulated.log_evidence(known, x, z, reach=5.0)
    torch.testing.assert_close(exact, near, rtol=0, atol=0.02)


def test_a_cell_says_something_of_its_factors():
    known, (x, z) = cells(2.0, 200)
    told = known.log_prob(x, z) - simulated.log_evidence(known, x, z)
    assert 0.2 < told.mean() < 4


@pytest.fixture(scope="module")
def found():
    return TINY.run()


def test_every_law_is_scored_on_every_test_cell(found):
    for name in LAWS:
        for key in ("bound", "sharp", "rate"):
            assert found[f"{name}_{key}"].shape == (40,)
            assert found[f"{name}_{key}"].isfinite().all()
        assert found[f"{name}_raw"].shape == (30,)
    assert found["truth"].shape == found["told"].shape == (40,)


def test_no_decoder_beats_the_truth_and_weights_sharpen(found):
    for name in LAWS:
        bound, sharp = found[f"{name}_bound"], found[f"{name}_sharp"]
        assert bound.mean() > sharp.mean() > found["truth"].mean()


def test_on_scattered_counts_the_poisson_is_dearest(found):
    dear = found["poisson_sharp"].mean()
    for name in ("negative-binomial", "gaussian"):
        assert dear > found[f"{name}_sharp"].mean() + 0.5


def test_a_seed_repeats_and_another_does_not():
    short = replace(TINY, epochs=4)
    first, again = short.run(), short.run()
    assert torch.equal(first["poisson_bound"], again["poisson_bound"])
    other = replace(short, seed=1).run()
    assert not torch.equal(first["truth"], other["truth"])
