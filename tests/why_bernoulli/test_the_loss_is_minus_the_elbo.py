"""Each line of the loss, against the distribution that it restates."""

import pytest
import torch
from torch.distributions import Bernoulli, Normal, kl_divergence

from snippets.measures.question import (
    GUARD,
    cost,
    latent,
    reconstruction,
    sampled,
)
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import loss
from snippets.vae.training import Run, untrained

DRAWN = torch.randn(4, 6, 5, generator=seeded(0)).double()
MEAN, LOG_VARIANCE, NOISE = DRAWN[0], DRAWN[1], DRAWN[2]
Q = Normal(MEAN, (LOG_VARIANCE / 2).exp())
PRIOR = Normal(torch.zeros(5).double(), torch.ones(5).double())
LOGITS = 3 * DRAWN[3]
X = (DRAWN[2] > 0).double()
TINY = Run(
    data="digits",
    view="threshold",
    likelihood="bernoulli",
    hidden=(8,),
    latents=2,
)


@pytest.mark.equation("eq:lines-sampled")
def test_the_sampled_z_is_a_reparametrised_draw_of_the_library():
    with torch.random.fork_rng():
        torch.manual_seed(7)
        theirs = Q.rsample()
        torch.manual_seed(7)
        noise = torch.normal(torch.zeros(6, 5).double(), 1.0)
    ours = sampled(MEAN, LOG_VARIANCE, noise)
    torch.testing.assert_close(ours, theirs)


@pytest.mark.equation("eq:lines-reconstruction")
def test_the_reconstruction_is_minus_a_bernoulli_log_likelihood():
    theirs = -Bernoulli(logits=LOGITS).log_prob(X).sum(-1)
    without = reconstruction(X, LOGITS.sigmoid(), 0.0)
    torch.testing.assert_close(without, theirs, rtol=1e-12, atol=0)
    guarded = reconstruction(X, LOGITS.sigmoid())
    torch.testing.assert_close(guarded, theirs, rtol=1e-7, atol=0)
    assert (guarded < theirs).all()


@pytest.mark.equation("eq:lines-latent")
def test_the_latent_line_is_a_kl_divergence():
    theirs = kl_divergence(Q, PRIOR).sum(-1)
    ours = latent(MEAN, LOG_VARIANCE)
    torch.testing.assert_close(ours, theirs)
    assert (ours >= 0).all()


@pytest.mark.equation("eq:lines-bound")
def test_the_bound_adds_the_bracket_that_the_loss_subtracts():
    bracket = 1 + LOG_VARIANCE - MEAN**2 - LOG_VARIANCE.exp()
    minus_kl = -kl_divergence(Q, PRIOR).sum(-1)
    torch.testing.assert_close(bracket.sum(-1) / 2, minus_kl)
    assert (bracket <= 0).all()


@pytest.mark.equation("eq:lines-cost")
@pytest.mark.parametrize("view", ["threshold", "grey"])
def test_the_cost_is_the_mean_of_minus_the_library_s_terms(view):
    model = untrained(TINY).double()
    x = load("digits").images("test", view)[:9].double()
    noise = torch.randn(9, 2, generator=seeded(1)).double()
    posterior = model.posterior(x)
    z = posterior.loc + posterior.scale * noise
    logits = model.decode(z).squeeze(-1)
    coins = Bernoulli(logits=logits, validate_args=False)
    prior = Normal(torch.zeros(2).double(), torch.ones(2).double())
    bound = coins.log_prob(x).sum(-1)
    bound -= kl_divergence(posterior, prior).sum(-1)
    ours = cost(model, x, noise, 0.0)
    torch.testing.assert_close(ours, -bound.mean())
    if view == "threshold":
        torch.testing.assert_close(ours, loss(model, x, noise))


@pytest.mark.equation("eq:lines-guard")
def test_the_guard_lowers_the_expected_cost_by_at_most_twice_itself():
    m = torch.linspace(1e-6, 1 - 1e-6, 1001).double()
    for guard in (GUARD, 1e-3, 0.5):
        gain = m * (guard / m).log1p()
        gain += (1 - m) * (guard / (1 - m)).log1p()
        assert (gain <= 2 * guard).all()
        assert gain.max() > 1.3 * guard
    half = torch.full((1, 64), 0.5).double()
    lowered = reconstruction(half, half, 0.0)
    lowered -= reconstruction(half, half)
    assert lowered.item() == pytest.approx(128e-10, rel=1e-5)


def test_in_float32_the_second_guard_does_nothing():
    paper, ink = torch.zeros(1, 1), torch.ones(1, 1)
    assert reconstruction(paper, ink).isinf()
    assert reconstruction(ink, paper).isfinite()
    assert reconstruction(paper.double(), ink.double()).isfinite()
