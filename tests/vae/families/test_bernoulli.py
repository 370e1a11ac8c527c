"""Black or white, and the grey values it is so often fed."""

from itertools import product

import pytest
import torch
from scipy.integrate import quad
from torch.distributions import Normal, kl_divergence
from torch.nn.functional import binary_cross_entropy_with_logits

from snippets.vae.families import Bernoulli, ExpectedBernoulli

DOUBLE = torch.float64
LOGITS = torch.linspace(-30, 30, 13).double()[:, None, None]


def score(law, x, logits=LOGITS):
    return law.log_prob(torch.tensor([x], dtype=logits.dtype), logits)


@pytest.mark.equation("eq:likelihood-bernoulli")
def test_ink_has_the_probability_of_the_sigmoid():
    ink = score(Bernoulli(), 1.0).exp()
    torch.testing.assert_close(ink, LOGITS.sigmoid()[:, 0, 0])


@pytest.mark.equation("eq:likelihood-bernoulli")
def test_the_two_outcomes_sum_to_one():
    total = sum(score(Bernoulli(), b).exp() for b in (0.0, 1.0))
    torch.testing.assert_close(total, torch.ones_like(total))


@pytest.mark.parametrize("x", [0.0, 0.2, 0.5, 1.0])
def test_minus_the_log_likelihood_is_the_cross_entropy(x):
    target = torch.full_like(LOGITS, x)
    loss = binary_cross_entropy_with_logits(
        LOGITS, target, reduction="none"
    )
    torch.testing.assert_close(
        -score(ExpectedBernoulli(), x), loss[:, 0, 0]
    )


@pytest.mark.equation("eq:likelihood-expected")
@pytest.mark.parametrize("x", [0.0, 0.2, 0.5, 1.0])
def test_a_grey_value_scores_the_mean_over_its_binarisations(x):
    law = Bernoulli()
    mean = x * score(law, 1.0) + (1 - x) * score(law, 0.0)
    torch.testing.assert_close(score(ExpectedBernoulli(), x), mean)


def test_many_binarisations_average_to_the_grey_score():
    g = torch.Generator().manual_seed(0)
    grey = torch.rand(1, 64, generator=g)
    decoded = torch.randn(1, 64, 1, generator=g)
    drawn = grey.expand(4000, -1).bernoulli(generator=g)
    scores = Bernoulli().log_prob(drawn, decoded)
    off = scores.mean() - ExpectedBernoulli().log_prob(grey, decoded)
    assert off.abs() < 5 * scores.std() / 4000**0.5


@pytest.mark.equation("eq:likelihood-mass")
@pytest.mark.parametrize("m", [1e-6, 0.1, 0.499, 0.9])
def test_the_expected_bernoulli_is_no_density_of_grey_values(m):
    logits = torch.tensor([[[m]]], dtype=torch.float64).logit()
    law = ExpectedBernoulli()
    total, _ = quad(lambda x: score(law, x, logits).exp().item(), 0, 1)
    assert total == pytest.approx((2 * m - 1) / logits.item())
    assert total < 0.5


@pytest.mark.equation("eq:likelihood-mass")
@pytest.mark.parametrize("x", [0.0, 0.3, 1.0])
def test_where_m_is_one_half_that_mass_is_one_half(x):
    scored = score(ExpectedBernoulli(), x, torch.zeros(1, 1, 1)).exp()
    assert scored.item() == pytest.approx(0.5)


def test_samples_are_zeros_and_ones():
    g = torch.Generator().manual_seed(0)
    drawn = ExpectedBernoulli().sample(torch.zeros(9, 9, 1), g)
    assert drawn.unique().tolist() == [0.0, 1.0]


def test_the_mean_is_the_probability_of_ink():
    mean = ExpectedBernoulli().mean(LOGITS)
    torch.testing.assert_close(mean, LOGITS.sigmoid()[..., 0])


def log_evidence(b, z, weights):
    """log p(b) of a toy with one latent and three pixels, on a grid."""
    return (Bernoulli().log_prob(b, decode(z)) + weights).logsumexp(0)


def decode(z):
    slopes = torch.tensor([3.0, -2.0, 0.5], dtype=DOUBLE)
    return (slopes * z[:, None] - 0.3)[..., None]


@pytest.mark.parametrize("loc", [-0.5, 0.0, 0.7])
@pytest.mark.parametrize("scale", [0.3, 0.8])
def test_the_grey_bound_is_below_the_mean_evidence_of_tosses(
    loc, scale
):
    z = torch.linspace(-9, 9, 3601, dtype=DOUBLE)
    step = z[1] - z[0]
    q = Normal(torch.tensor(loc, dtype=DOUBLE), scale)
    p = Normal(torch.zeros((), dtype=DOUBLE), 1)
    x = torch.tensor([[0.9, 0.2, 0.5]], dtype=DOUBLE)
    score_of_grey = ExpectedBernoulli().log_prob(x, decode(z))
    within = (q.log_prob(z).exp() * score_of_grey).sum() * step
    bound = within - kl_divergence(q, p)
    tosses = torch.tensor([*product((0.0, 1.0), repeat=3)]).double()
    chance = Bernoulli().log_prob(tosses, x.logit()[..., None]).exp()
    prior = p.log_prob(z) + step.log()
    log_p = torch.stack(
        [log_evidence(b, z, prior) for b in tosses[:, None]]
    )
    assert bound < chance @ log_p
