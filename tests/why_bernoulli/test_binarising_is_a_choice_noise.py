import math

import pytest
import torch
from torch.distributions import Bernoulli
from torch.nn.functional import binary_cross_entropy_with_logits

from snippets.measures.gradient_noise import cost, gradient
from snippets.vae.dataset import seeded
from snippets.vae.families import ExpectedBernoulli
from snippets.vae.model import VAE

PIXELS = 3
ENDS = torch.tensor([0.0, 1.0]).double()
EVERY = torch.cartesian_prod(*[ENDS] * PIXELS)  # 8 images
X = torch.tensor([0.2, 0.5, 0.9]).double()
CHANCE = Bernoulli(probs=X).log_prob(EVERY).sum(-1).exp()
NOISES = torch.randn(5, 1, 2, generator=seeded(2)).double()


def test_the_slope_scatters_as_the_toss_does():
    m = torch.tensor([0.1, 0.7, 0.8]).double()
    slopes = m - EVERY
    mean = CHANCE @ slopes
    torch.testing.assert_close(mean, m - X)
    scatter = CHANCE @ (slopes - mean).square()
    torch.testing.assert_close(scatter, X * (1 - X))


def gradients(seen_is_tossed=False):
    """[noise, toss, weight] by the network; [noise, weight] on grey."""
    model = VAE(PIXELS, (4,), 2, ExpectedBernoulli(), 0).double()

    def slope(seen, paid, noise):
        return gradient(
            model, cost(model, seen[None], paid[None], noise)
        )

    tossed = [
        [slope(b if seen_is_tossed else X, b, noise) for b in EVERY]
        for noise in NOISES
    ]
    grey = torch.stack([slope(X, X, noise) for noise in NOISES])
    return torch.stack([torch.stack(row) for row in tossed]), grey


def test_the_mean_gradient_over_tosses_is_the_one_on_grey():
    tossed, grey = gradients()
    mean = torch.einsum("b,nbw->nw", CHANCE, tossed)
    torch.testing.assert_close(mean, grey)


def test_it_is_not_where_the_encoder_sees_the_toss():
    tossed, grey = gradients(seen_is_tossed=True)
    mean = torch.einsum("b,nbw->nw", CHANCE, tossed)
    assert (mean - grey).abs().max() > 0.01


def test_variances_of_codes_and_of_tosses_add():
    tossed, grey = gradients()
    center = tossed - grey.mean(0)
    whole = torch.einsum("b,nbw->nw", CHANCE, center.square()).mean(0)
    within = (tossed - grey[:, None]).square()
    coins = torch.einsum("b,nbw->nw", CHANCE, within).mean(0)
    torch.testing.assert_close(whole, grey.var(0, correction=0) + coins)


@pytest.mark.equation("eq:binarise-step")
def test_a_cut_saves_the_logit_times_what_it_moved():
    logit = torch.tensor([-3.0, 0.0, 4.0]).double()
    cut = (X > 0.5).double()
    cost_of = binary_cross_entropy_with_logits
    saved = cost_of(logit, X, reduction="none") - cost_of(
        logit, cut, reduction="none"
    )
    torch.testing.assert_close(saved, (cut - X) * logit)
    assert saved[1] == 0


@pytest.mark.equation("eq:binarise-outside")
@pytest.mark.parametrize("target", [0.3, 1.0, 1.5])
def test_above_one_the_cross_entropy_falls_without_end(target):
    logit = torch.linspace(-20, 200, 50).double()
    same = torch.full_like(logit, target)
    found = binary_cross_entropy_with_logits(
        logit, same, reduction="none"
    )
    written = torch.log1p((-logit).exp()) - (target - 1) * logit
    torch.testing.assert_close(found, written)
    assert (found.min() < -90) == (target > 1)
    assert math.isfinite(found.min())
