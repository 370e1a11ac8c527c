"""Latents in use, reconstructions, samples, and their seeds."""

import pytest
import torch

from snippets.frontier import squared_error
from snippets.vae.dataset import seeded
from snippets.vae.evaluation import (
    ACTIVE,
    active_units,
    evaluate,
    log_evidence,
    reconstructions,
    samples,
)
from snippets.vae.families import Bernoulli
from snippets.vae.model import VAE

X = (torch.rand(40, 6, generator=seeded(0)) > 0.5).float()


def model() -> VAE:
    return VAE(6, (5,), 3, Bernoulli(), seed=0)


def with_means(spread: list[float]) -> VAE:
    """Posterior means whose variance over X is as given."""
    made = VAE(6, (), 3, Bernoulli(), seed=0)
    layer = made.encoder[0]
    torch.nn.init.zeros_(layer.weight)
    unit = X[:, 0].var()
    with torch.no_grad():
        for latent, variance in enumerate(spread):
            layer.weight[latent, 0] = (variance / unit).sqrt()
    return made


@pytest.mark.equation("eq:evaluation-active")
def test_a_latent_is_active_above_the_threshold_alone():
    spread = [0.5 * ACTIVE, 2 * ACTIVE, 1.0]
    assert active_units(with_means(spread), X) == 2


@pytest.mark.equation("eq:evaluation-active")
def test_a_collapsed_model_has_no_active_unit():
    assert active_units(with_means([0.0, 0.0, 0.0]), X) == 0


def test_the_same_seed_gives_the_same_scores():
    one, two = (evaluate(model(), X, seed=3) for _ in range(2))
    assert torch.equal(one.distortion, two.distortion)
    pair = [log_evidence(model(), X, 7, seed=3) for _ in range(2)]
    assert torch.equal(*pair)


def test_another_seed_gives_another_estimate():
    one, two = (log_evidence(model(), X, 7, seed=s) for s in (3, 4))
    assert not torch.equal(one, two)


def test_the_rate_of_a_score_has_no_noise():
    one, two = (evaluate(model(), X, seed=s) for s in (3, 4))
    assert torch.equal(one.rate, two.rate)


def test_more_draws_at_once_change_no_estimate_by_much():
    few, many = (
        log_evidence(model(), X, 2000, at_once=n) for n in (50, 700)
    )
    torch.testing.assert_close(few, many, rtol=0, atol=0.1)


def test_without_a_seed_the_mean_of_the_posterior_is_decoded():
    made = model()
    expected = made.decode(made.posterior(X).loc)[..., 0].sigmoid()
    torch.testing.assert_close(reconstructions(made, X), expected)


def test_with_a_seed_another_latent_is_decoded():
    made = model()
    drawn = reconstructions(made, X, seed=0)
    assert not torch.allclose(drawn, reconstructions(made, X))


def test_the_squared_error_is_a_mean_over_everything():
    made = model()
    each = [reconstructions(made, X, seed) for seed in range(4)]
    expected = (torch.stack(each) - X).square().mean().item()
    assert squared_error(made, X) == pytest.approx(expected)


def test_a_draw_is_binary_and_its_mean_is_not():
    drawn = samples(model(), 9, seed=0)
    assert set(drawn.unique().tolist()) == {0.0, 1.0}
    mean = samples(model(), 9, seed=0, mean=True)
    assert ((mean > 0) & (mean < 1)).all()


def test_mean_and_draw_with_one_seed_share_their_latents():
    sure = model()
    with torch.no_grad():
        sure.decoder[-1].weight *= 100
        sure.decoder[-1].bias -= sure.decode(torch.zeros(3))[:, 0]
    mean = samples(sure, 200, seed=0, mean=True)
    same, other = (samples(sure, 200, seed) for seed in (0, 1))
    assert (same == mean.round()).float().mean() > 0.95
    assert (other == mean.round()).float().mean() < 0.8
