"""Layers, first weights, and what encoder and decoder give."""

import pytest
import torch
from torch import nn
from torch.nn.functional import softplus

from snippets.vae.dataset import seeded
from snippets.vae.families import Bernoulli, Binomial, likelihood
from snippets.vae.model import VAE, initialise, perceptron

T = torch.linspace(-30, 30, 25).double()
X = torch.rand(5, 9, generator=seeded(0))
Z = torch.randn(4, 5, 3, generator=seeded(1))


def model(name="bernoulli", seed=0):
    return VAE(9, (7, 6), 3, likelihood(name, 16, 0.5), seed)


def weights(one):
    return torch.cat([each.flatten() for each in one.parameters()])


@pytest.mark.equation("eq:model-layer")
def test_a_perceptron_bends_between_layers_and_not_at_the_end():
    network = perceptron((9, 7, 2))
    first, _, last = network
    h = softplus(X @ first.weight.T + first.bias)
    known = h @ last.weight.T + last.bias
    torch.testing.assert_close(network(X), known)


@pytest.mark.equation("eq:model-softplus")
def test_softplus_is_the_log_of_one_plus_the_exponential():
    bend = perceptron((1, 1, 1))[1]
    torch.testing.assert_close(bend(T), T.exp().log1p())


@pytest.mark.equation("eq:model-count")
def test_weights_are_outputs_times_inputs_plus_one():
    sizes = ((9, 7), (7, 6), (6, 6), (3, 6), (6, 7), (7, 9))
    assert len(weights(model())) == sum(k * (n + 1) for n, k in sizes)


@pytest.mark.equation("eq:model-glorot")
def test_first_weights_fill_the_range_of_glorot():
    layer = nn.Linear(300, 200)
    initialise(layer, 0)
    g = (6 / 500) ** 0.5
    assert 0.999 * g < layer.weight.abs().max() <= g
    assert layer.weight.var().item() == pytest.approx(g**2 / 3, 0.02)


def test_first_weights_are_those_of_torch():
    layer = nn.Linear(30, 20)
    initialise(layer, 5)
    known = torch.empty(20, 30)
    nn.init.xavier_uniform_(known, generator=seeded(5))
    assert layer.weight.equal(known)
    assert not layer.bias.any()


def test_the_same_seed_gives_the_same_weights():
    assert weights(model(seed=3)).equal(weights(model(seed=3)))


def test_another_seed_gives_other_weights():
    assert not weights(model(seed=3)).equal(weights(model(seed=4)))


@pytest.mark.equation("eq:model-scale")
def test_the_encoder_gives_means_and_log_variances():
    vae = model()
    loc, log_variance = vae.encoder(X).chunk(2, dim=-1)
    posterior = vae.posterior(X)
    assert posterior.loc.equal(loc)
    torch.testing.assert_close(
        posterior.scale.square().log(), log_variance
    )


@pytest.mark.parametrize("name", ["bernoulli", "categorical"])
def test_the_decoder_gives_each_pixel_its_parameters(name):
    vae = model(name)
    each = vae.likelihood.parameters_per_pixel
    assert vae.decode(Z).shape == (4, 5, 9, each)


def test_counts_reach_the_encoder_as_grey_values():
    counts = (16 * X).round()
    grey = VAE(9, (7,), 3, Bernoulli()).posterior(counts / 16)
    ours = VAE(9, (7,), 3, Binomial(16)).posterior(counts)
    assert ours.loc.equal(grey.loc)


def test_the_prior_is_a_standard_gaussian():
    prior = model().prior()
    assert (prior.loc == 0).all()
    assert (prior.scale == 1).all()
