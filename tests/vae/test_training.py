"""The same run gives the same weights, by steps that are Adam's."""

import pytest
import torch

from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import standard_noise, terms
from snippets.vae.families import Bernoulli, ExpectedBernoulli
from snippets.vae.training import Run, train, untrained

LAW = {"likelihood": "gaussian", "variance": 0.25}
TINY = {"data": "digits", "hidden": (8,), "latents": 2, "epochs": 2}
TINY |= LAW
X = torch.rand(5, 3, generator=seeded(0)).double()
RATE, BETAS, TINIEST = 1e-3, (0.9, 0.999), 1e-8


def weights(run: Run) -> torch.Tensor:
    model = train(run).model
    return torch.cat([p.flatten() for p in model.parameters()])


@pytest.mark.equation("eq:training-sigmoid", "eq:training-nll")
def test_the_bernoulli_surprise_needs_no_logarithm_of_m():
    logits = torch.linspace(-6, 6, 3).double()
    odds = logits.exp()
    m = odds / (1 + odds)
    surprise = -X * m.log() - (1 - X) * (1 - m).log()
    formula = (1 + odds).log() - X * logits
    ours = -Bernoulli().pixel_log_prob(X, logits[:, None])
    torch.testing.assert_close(surprise, formula)
    torch.testing.assert_close(ours, formula)


@pytest.mark.equation("eq:training-gradient")
def test_the_gradient_at_a_logit_is_prediction_minus_pixel():
    logits = torch.linspace(-40, 40, 3).double().requires_grad_()
    law = ExpectedBernoulli()
    (-law.log_prob(X, logits[:, None])).sum().backward()
    m = logits.detach().sigmoid()
    torch.testing.assert_close(logits.grad, (m - X).sum(0))


def adam_by_hand(gradients: torch.Tensor) -> list[torch.Tensor]:
    """The weights after each step, starting at 0."""
    u = v = weight = torch.zeros(gradients.shape[1]).double()
    seen = []
    for t, g in enumerate(gradients, start=1):
        u = BETAS[0] * u + (1 - BETAS[0]) * g
        v = BETAS[1] * v + (1 - BETAS[1]) * g**2
        mean, square = u / (1 - BETAS[0] ** t), v / (1 - BETAS[1] ** t)
        weight = weight - RATE * mean / (square.sqrt() + TINIEST)
        seen.append(weight)
    return seen


def adam_of_torch(gradients: torch.Tensor) -> list[torch.Tensor]:
    weight = torch.nn.Parameter(
        torch.zeros(gradients.shape[1]).double()
    )
    adam = torch.optim.Adam([weight], lr=RATE, fused=True)
    seen = []
    for g in gradients:
        weight.grad = g.clone()
        adam.step()
        seen.append(weight.detach().clone())
    return seen


GRADIENTS = torch.randn(6, 4, generator=seeded(1)).double()


@pytest.mark.equation("eq:training-adam-step")
def test_adam_takes_the_steps_of_the_formulas():
    by_hand = adam_by_hand(GRADIENTS)
    torch.testing.assert_close(adam_of_torch(GRADIENTS), by_hand)
    first = by_hand[0].abs()
    torch.testing.assert_close(first, torch.full_like(first, RATE))


@pytest.mark.equation("eq:training-adam-scale")
def test_a_factor_on_the_whole_loss_moves_nothing():
    scaled = adam_of_torch(784 * GRADIENTS)
    torch.testing.assert_close(
        scaled, adam_of_torch(GRADIENTS), rtol=1e-5, atol=0
    )


@pytest.mark.equation("eq:training-ratio")
def test_a_mean_over_pixels_weighs_the_rate_by_their_number():
    run = Run(**TINY)
    x = load("digits").images("train", "grey")[:7]
    noise = standard_noise(7, run.latents, seeded(0))
    both = terms(untrained(run), x, noise)
    pixels = x.shape[1]
    slip = both.distortion / pixels + both.rate
    whole = both.distortion + pixels * both.rate
    torch.testing.assert_close(slip, whole / pixels)


def test_the_same_seed_gives_the_same_bits():
    assert torch.equal(weights(Run(**TINY)), weights(Run(**TINY)))


def test_another_seed_gives_other_weights():
    other = Run(**TINY, seed=1)
    assert not torch.equal(weights(Run(**TINY)), weights(other))


def test_the_global_generator_has_no_say():
    expected = weights(Run(**TINY))
    with torch.random.fork_rng():
        torch.manual_seed(12)
        assert torch.equal(weights(Run(**TINY)), expected)
