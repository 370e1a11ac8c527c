"""Runs that pages share, and what a caption says of them."""

from dataclasses import replace

from snippets import sweeps
from snippets.vae.dataset import load
from snippets.vae.training import Run

TINY = Run(
    data="digits",
    likelihood="gaussian",
    variance=0.05,
    hidden=(8,),
    latents=2,
    epochs=1,
)


def test_runs_over_seeds_differ_in_nothing_else():
    runs = sweeps.over_seeds(TINY, (3, 5))
    assert [run.seed for run in runs] == [3, 5]
    assert {replace(run, seed=0) for run in runs} == {TINY}


def test_no_two_shared_runs_are_the_same():
    runs = sweeps.cross_entropy()
    for view in ("threshold", "once", "afresh"):
        runs += sweeps.binary(view)
    for variance in sweeps.VARIANCES:
        runs += sweeps.gaussian(variance)
    for likelihood in ("bernoulli", "learned-gaussian"):
        runs += sweeps.latent_map(likelihood)
    runs += sweeps.digits("expected-bernoulli", "grey")
    runs += sweeps.digits("truncated-geometric", "counts")
    assert len(runs) == (8 + len(sweeps.VARIANCES)) * len(sweeps.SEEDS)
    assert len(set(runs)) == len(runs)


def test_a_gaussian_run_carries_its_variance():
    (run,) = sweeps.gaussian(1 / 8, 1)
    assert (run.likelihood, run.variance) == ("gaussian", 1 / 8)


def test_binary_runs_see_binary_pixels():
    run = sweeps.binary()[0]
    x = load("mnist_5k").images("test", run.view)
    assert set(x.unique().tolist()) == {0.0, 1.0}


def test_a_caption_names_the_sizes_of_the_network():
    said = sweeps.setting(TINY)
    assert said.startswith("Network 64-8-2, 1 epochs on 1,000 ")
    assert said.endswith("images of digits with grey pixels.")


def test_a_caption_says_how_far_pixels_count():
    said = sweeps.setting(replace(TINY, view="counts"))
    assert said.endswith("pixels that count 0 to 16.")


def test_a_map_has_two_latents_and_binary_pixels():
    for run in sweeps.latent_map("bernoulli"):
        assert (run.latents, run.view) == (2, "threshold")
