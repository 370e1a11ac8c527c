import math

import numpy as np
import pytest
import torch
from scipy.stats import betabinom

from snippets.measures.count_fits import (
    dispersion,
    fits,
    nats,
    shares,
    tables,
    varying,
)
from snippets.vae.dataset import seeded

K = torch.randint(0, 17, (80, 3), generator=seeded(0)).float()
CROWDED = torch.where(K > 8, 16.0, 0.0)
MIXED = torch.where(K % 3 == 0, K, CROWDED)


@pytest.mark.equation("eq:density-correlation")
def test_correlated_sub_pixels_scatter_more():
    n, alpha, beta = 5, 0.7, 1.9
    m = alpha / (alpha + beta)
    rho = 1 / (alpha + beta + 1)  # of two tosses of one drawn coin
    both = m * (alpha + 1) / (alpha + beta + 1)
    assert (both - m**2) / (m * (1 - m)) == pytest.approx(rho)
    known = betabinom(n, alpha, beta).var()
    ours = n * m * (1 - m) * (1 + (n - 1) * rho)
    assert ours == pytest.approx(known)


@pytest.mark.equation("eq:density-correlation")
def test_the_variance_of_a_sum_holds_the_mean_correlation():
    states = np.array(list(np.ndindex(2, 2, 2, 2)))
    k = states.sum(1)
    alike = np.random.default_rng(0).random(5)  # any, for each sum
    weight = alike[k] / alike[k].sum()
    m = weight @ states[:, 0]
    together = weight @ (states[:, 0] * states[:, 1])
    rho = (together - m**2) / (m * (1 - m))
    variance = weight @ k**2 - (weight @ k) ** 2
    ours = 4 * m * (1 - m) * (1 + 3 * rho)
    assert abs(rho) > 0.01
    assert variance == pytest.approx(ours)


def test_the_shares_add_up_to_one_for_each_pixel():
    seen = shares(K, 16)
    assert seen.shape == (3, 17)
    torch.testing.assert_close(seen.sum(-1), torch.ones(3).double())


def test_pixels_that_never_change_are_left_out():
    still = torch.cat([K, torch.zeros(80, 1)], 1)
    assert varying(still).tolist() == [True] * 3 + [False]
    found = fits(still, 16)
    assert found["still"] == 1
    assert found["uniform"] == pytest.approx(4 * math.log(17))
    assert found["nats"] == pytest.approx(fits(K, 16)["nats"], 1e-4)


def test_no_law_beats_the_shares_on_the_images_it_was_fitted_to():
    seen, fitted = shares(MIXED, 16), tables(MIXED, 16)
    cost = {name: nats(seen, table) for name, table in fitted.items()}
    for name, table in fitted.items():
        torch.testing.assert_close(
            table.exp().sum(-1), torch.ones(3).double()
        )
        assert (cost[name] >= cost["categorical"] - 1e-9).all()


def test_a_fitted_law_of_one_parameter_has_the_mean_of_the_counts():
    mean = MIXED.double().mean(0)
    k = torch.arange(17).double()
    fitted = tables(MIXED, 16)
    for name in ("binomial", "truncated-geometric"):
        torch.testing.assert_close(fitted[name].exp() @ k, mean)


def test_the_best_beta_binomial_is_scipys():
    seen, fitted = shares(MIXED, 16), tables(MIXED, 16)
    ours = nats(seen, fitted["beta-binomial"])[0].item()
    grid = [
        -seen[0].numpy() @ betabinom(16, a, b).logpmf(range(17))
        for a in np.geomspace(0.1, 1, 25)
        for b in np.geomspace(0.1, 1, 25)
    ]
    assert min(grid) - 2e-3 < ours < min(grid) + 1e-6


def test_counts_at_both_ends_scatter_16_times_as_much_as_tosses():
    assert dispersion(CROWDED, 16) == pytest.approx(16)
    assert fits(CROWDED, 16)["dispersions"] == pytest.approx((16, 16))


def test_tosses_scatter_as_tosses():
    m = torch.full((4000, 6), 0.3)
    tosses = torch.stack(
        [torch.bernoulli(m, generator=seeded(s)) for s in range(16)]
    )
    assert dispersion(tosses.sum(0), 16) == pytest.approx(1, abs=0.05)
    least, most = fits(tosses.sum(0), 16)["dispersions"]
    assert 0.9 < least < 1 < most < 1.1
