"""What is counted about a network, on networks of a few weights."""

import numpy as np
import pytest
import torch

from snippets.pages import model as page
from snippets.vae.dataset import seeded
from snippets.vae.families import Bernoulli
from snippets.vae.model import VAE


def found():
    picture = np.eye(28)
    return {
        "x": picture,
        "m": picture / 2,
        "loc": [1.5, 0.1],
        "scale": [0.2, 0.9],
        "carriers": [1, 2],
        "carried": 0.96,
    }


def test_few_latents_make_up_most_of_an_uneven_rate():
    rates = torch.tensor([0.01, 3.0, 0.01, 1.0])
    assert page.carriers(rates) == (2, pytest.approx(4 / 4.02))


def test_all_latents_make_up_an_even_rate():
    assert page.carriers(torch.ones(19))[0] == 19


def test_a_network_is_described_by_its_sizes_and_weights():
    counted = page.counted(VAE(4, (3,), 2, Bernoulli()))
    assert counted["encoder"] == [4, 3, 4]
    assert counted["decoder"] == [2, 3, 4]
    assert counted["weights"] == 3 * 5 + 4 * 4 + 3 * 3 + 4 * 4


def test_the_sigmoid_rounds_to_one_at_24_binary_digits():
    found = page.saturates(torch.float32)
    assert 24 * np.log(2) <= found < 24 * np.log(2) + 0.01


def test_latents_are_shown_in_the_order_of_their_rates(monkeypatch):
    vae = VAE(784, (3,), 4, Bernoulli()).requires_grad_(False)
    ranks = torch.tensor([0.1, 0.3, 0.2, 0.4])
    x = torch.rand(10, 784, generator=seeded(0))
    monkeypatch.setattr(page, "latent_rates", lambda _: ranks)
    monkeypatch.setattr(page, "first_of_each_digit", lambda: x)
    known = vae.posterior(x[[page.DIGIT]]).loc[0, [3, 1, 2, 0]]
    assert page.flow(vae)["loc"] == known.tolist()


def test_the_chart_states_how_many_latents_carry_the_rate():
    drawn = page.draw(found())["way.html"]
    assert "1 of the latents carry 96 % of the rate" in drawn
