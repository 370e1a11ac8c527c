"""The rate in closed form, its sign, and the draw of a latent."""

import numpy as np
import pytest
import sympy
import torch
from sympy.stats import E, variance
from sympy.stats import Normal as SymbolicNormal
from torch.distributions import (
    MultivariateNormal,
    Normal,
    kl_divergence,
)

from snippets.vae.elbo import rate, reparametrise

GENERATOR = torch.Generator().manual_seed(0)
LOC = torch.randn(6, 4, generator=GENERATOR).double()
SCALE = torch.rand(6, 4, generator=GENERATOR).double() + 0.1
Q = Normal(LOC, SCALE)
PRIOR = Normal(torch.zeros(4).double(), torch.ones(4).double())

NODES, WEIGHTS = map(
    torch.tensor, np.polynomial.hermite_e.hermegauss(40)
)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


@pytest.mark.equation("eq:elbo-sum")
def test_the_rate_of_independent_latents_is_a_sum():
    joint = MultivariateNormal(LOC, torch.diag_embed(SCALE**2))
    unit = MultivariateNormal(
        torch.zeros(4).double(), torch.eye(4).double()
    )
    torch.testing.assert_close(
        rate(Q, PRIOR), kl_divergence(joint, unit)
    )


@pytest.mark.equation("eq:elbo-ratio")
def test_the_constants_of_the_log_ratio_cancel():
    z = torch.linspace(-3, 3, 4).double()
    found = Q.log_prob(z) - PRIOR.log_prob(z)
    formula = -SCALE.log() - (z - LOC) ** 2 / (2 * SCALE**2) + z**2 / 2
    torch.testing.assert_close(found, formula)


@pytest.mark.equation("eq:elbo-moments")
def test_the_second_moment_is_mean_squared_plus_variance():
    loc, scale = (
        sympy.Symbol("m", real=True),
        sympy.Symbol("s", positive=True),
    )
    z = SymbolicNormal("z", loc, scale)
    assert sympy.simplify(variance(z) - scale**2) == 0
    assert sympy.simplify(E(z**2) - loc**2 - scale**2) == 0


@pytest.mark.equation("eq:elbo-rate", "eq:elbo-question")
def test_both_ways_to_write_the_rate_are_the_rate():
    squares = LOC**2 + SCALE**2
    ours = (squares - 1 - (SCALE**2).log()).sum(-1) / 2
    question = -0.5 * (1 + (SCALE**2).log() - squares).sum(-1)
    torch.testing.assert_close(rate(Q, PRIOR), ours)
    torch.testing.assert_close(rate(Q, PRIOR), question)


@pytest.mark.equation("eq:elbo-question")
def test_the_bracket_is_never_positive():
    assert (1 + (SCALE**2).log() - LOC**2 - SCALE**2 <= 0).all()
    unit = Normal(torch.zeros(1), torch.ones(1))
    assert rate(unit, unit) == 0


@pytest.mark.equation("eq:elbo-reparametrise")
def test_moved_and_scaled_noise_has_the_law_of_the_posterior():
    noise = NODES[:, None, None].expand(-1, 6, 4)
    z = reparametrise(Q, noise)
    for power in range(1, 5):
        ours = torch.einsum("n,nij->ij", WEIGHTS, (z - LOC) ** power)
        theirs = {1: 0, 2: SCALE**2, 3: 0, 4: 3 * SCALE**4}[power]
        torch.testing.assert_close(ours, 0 * SCALE + theirs)


@pytest.mark.equation("eq:elbo-gradient")
def test_the_derivative_of_the_mean_is_the_mean_derivative():
    loc, scale = LOC[0].clone(), SCALE[0].clone()
    loc.requires_grad_()
    scale.requires_grad_()
    noise = NODES[:, None].expand(-1, 4)
    z = reparametrise(Normal(loc, scale), noise)
    (WEIGHTS @ z.sin()).sum().backward()
    # E[sin z] = sin(loc) exp(-scale^2 / 2), differentiated by hand.
    shrunk = (-(SCALE[0] ** 2) / 2).exp()
    by_loc = LOC[0].cos() * shrunk
    by_scale = -SCALE[0] * LOC[0].sin() * shrunk
    torch.testing.assert_close(loc.grad, by_loc)
    torch.testing.assert_close(scale.grad, by_scale)
