"""Linear VAEs end where the eigenvalues say."""

import pytest
import torch

from snippets.experiments.linear import Linear, Weights, loss, rates
from snippets.measures.spectrum import eigenvalues_of, predicted_loss
from snippets.vae.dataset import seeded


@pytest.fixture(scope="module")
def trained():
    settings = {"latents": 8, "iterations": 300}
    return {v: Linear(v, **settings).run() for v in (0.8, 0.35)}


@pytest.mark.parametrize(("variance", "count"), [(0.8, 0), (0.35, 4)])
def test_as_many_latents_as_eigenvalues_above_it(
    trained, variance, count
):
    assert int((eigenvalues_of("digits") > variance).sum()) == count
    assert int((trained[variance]["spread"] > 0.01).sum()) == count
    assert int((trained[variance]["rates"] > 0.005).sum()) == count


@pytest.mark.parametrize("variance", [0.8, 0.35])
def test_the_loss_ends_at_that_of_the_formula(trained, variance):
    least = predicted_loss(eigenvalues_of("digits"), variance)
    excess = float(trained[variance]["loss"]) - least
    assert -1e-9 < excess < 1e-4


def some_weights(latents, pixels):
    generator = seeded(1)

    def draw(*shape):
        return torch.randn(shape, generator=generator).double() / 2

    return Weights(
        draw(latents, pixels),
        draw(latents),
        draw(latents),
        draw(pixels, latents),
        draw(pixels),
    )


def test_the_loss_is_the_mean_over_images_in_pixels():
    x = torch.randn(30, 4, generator=seeded(0)).double()
    x = x @ torch.randn(4, 4, generator=seeded(2)).double()
    centred = x - x.mean(0)
    values, turn = torch.linalg.eigh(torch.cov(x.T, correction=0))
    weights, variance = some_weights(2, 4), 0.3
    encoder, shift, log_variance, decoder, mean = weights
    code = centred @ turn / values.sqrt() @ encoder.T + shift
    s2 = log_variance.exp()
    seen = x.mean(0) + (code @ decoder.T + mean) @ turn.T
    error = (x - seen).square().sum(1).mean()
    error = error + decoder.square().sum(0) @ s2
    rate = (code.square() + s2 - 1 - log_variance).sum(1).mean() / 2
    torch.testing.assert_close(rates(weights).sum(), rate)
    expected = error / (2 * variance) + rate
    found = loss(weights, values, variance)
    torch.testing.assert_close(found, expected)


def test_another_seed_is_another_start_with_the_same_end():
    runs = [
        Linear(0.6, latents=4, iterations=1, seed=seed).run()
        for seed in (0, 1)
    ]
    assert runs[0]["loss"] != runs[1]["loss"]
