"""What one draw of the code is worth, and what a code is for."""

import itertools

import pytest
import torch
from torch.distributions import Bernoulli, Categorical, Normal

from snippets.measures import cloud
from snippets.vae.dataset import seeded
from snippets.vae.families import Bernoulli as Coins
from snippets.vae.model import VAE
from snippets.why_bernoulli import the_sentence_is_one_number as page


def toy():
    """One latent, six pixels, and the weights of its first step."""
    model = VAE(6, (4,), 1, Coins(), seed=4).requires_grad_(False)
    return model, torch.tensor([[1.0, 0.0, 1.0, 1.0, 0.0, 0.0]])


def integral(model, x):
    """The distortion as a weighted sum over strips of the noise."""
    grid = torch.linspace(-8, 8, 4001)[:, None]
    share = Normal(0.0, 1.0).log_prob(grid[:, 0]).exp() * 16 / 4000
    return (share * page.the_sentence(model, x, grid)).sum().item()


@pytest.mark.equation("eq:sentence-mean", "eq:sentence-draw")
def test_one_draw_is_right_on_average_and_the_centre_is_not():
    model, x = toy()
    noise = torch.randn(40_000, 1, generator=seeded(0))
    draws = page.the_sentence(model, x, noise)
    error = draws.std().item() / len(draws) ** 0.5
    exact = integral(model, x)
    assert abs(draws.mean().item() - exact) < 4 * error
    centre = page.the_sentence(model, x, 0 * noise[:1]).item()
    assert abs(centre - exact) > 20 * error


def test_costs_of_many_draws_have_the_mean_of_the_integral():
    model, x = toy()
    posterior = model.posterior(x)
    drawn = cloud.costs(model, x, posterior, 500)[:, 0]
    error = drawn.std().item() / len(drawn) ** 0.5
    assert abs(drawn.mean().item() - integral(model, x)) < 4 * error


@pytest.mark.equation("eq:sentence-pair")
def test_pixels_that_a_code_sets_together_are_no_product():
    codes = Categorical(probs=torch.tensor([0.3, 0.7]))
    m = torch.tensor([[0.9, 0.8], [0.2, 0.1]])
    joint = torch.zeros(2, 2)
    for z, a, b in itertools.product((0, 1), repeat=3):
        coins = Bernoulli(probs=m[z])
        both = coins.log_prob(torch.tensor([float(a), float(b)])).sum()
        share = codes.log_prob(torch.tensor(z)).exp()
        joint[a, b] += share * both.exp()
    codes_drawn = torch.multinomial(
        codes.probs, 200_000, replacement=True, generator=seeded(1)
    )
    tossed = torch.bernoulli(m[codes_drawn], generator=seeded(2))
    assert joint.sum().item() == pytest.approx(1)
    together = tossed.prod(-1).mean()
    assert abs(together - joint[1, 1]) < 0.01
    assert joint[1, 1] > joint[1].sum() * joint[:, 1].sum() + 0.1


def test_two_equal_pixels_cost_two_bits_alone_and_one_with_a_code():
    cost = page.pair()
    assert cost["alone"] == pytest.approx(2)
    assert cost["given"] + cost["code"] == pytest.approx(1, abs=1e-5)


def test_the_costs_inside_and_outside_add_up_to_the_number():
    model, x = toy()
    noise = torch.randn(7, 1, generator=seeded(0))
    inside = torch.tensor([True, True, False, False, False, True])
    parts = [
        cloud.cost_inside(model, x, noise, chosen)
        for chosen in (inside, ~inside)
    ]
    number = page.the_sentence(model, x, noise).mean().item()
    assert sum(parts) == pytest.approx(number, rel=1e-5)
