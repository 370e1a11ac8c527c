import math

import pytest
import torch
from scipy.stats import norm

from snippets.measures.law_readings import (
    best_variance,
    laws,
    read_as,
)
from snippets.measures.law_scores import code
from snippets.measures.masses import (
    BinnedContinuous,
    BinnedGaussian,
    MeanGeometric,
)
from snippets.measures.readings import slope_with_mean
from snippets.vae.dataset import seeded
from snippets.vae.families import (
    FAMILIES,
    DiscretisedGaussian,
    PixelGaussian,
    TruncatedGeometric,
    likelihood,
)
from snippets.vae.model import VAE

GREY = [
    "expected-bernoulli",
    "continuous-bernoulli",
    "gaussian",
    "learned-gaussian",
    "optimal-gaussian",
    "pixel-gaussian",
]
COUNTED = [n for n, f in FAMILIES.items() if f.support == "counts"]
LEVELS = 16


def trained(name):
    return likelihood(
        name, LEVELS, 0.03 if name == "gaussian" else None
    )


def decoded(law, spread=4.0):
    shape = (3, 7, law.parameters_per_pixel)
    return spread * torch.randn(shape, generator=seeded(0)).double()


@pytest.mark.parametrize("name", [*GREY, *COUNTED])
def test_every_reading_of_every_family_shares_out_one_whole(name):
    for reading, law in laws(trained(name), LEVELS).items():
        table = law.table(decoded(law))
        assert table.shape[-1] == LEVELS + 1, reading
        whole = table.exp().sum(-1)
        torch.testing.assert_close(whole, torch.ones_like(whole))


@pytest.mark.parametrize("levels", [1, 16, 255])
def test_one_whole_at_any_number_of_levels(levels):
    for law in (
        BinnedGaussian(levels, 0.02),
        BinnedContinuous(levels),
        MeanGeometric(levels),
    ):
        whole = law.table(decoded(law)).exp().sum(-1)
        torch.testing.assert_close(whole, torch.ones_like(whole))


@pytest.mark.parametrize("variance", [1e-4, 0.03, 0.5, 32.0])
def test_bins_hold_the_mass_that_scipy_finds_in_them(variance):
    law = BinnedGaussian(LEVELS, variance)
    logits = torch.tensor([[-2.0], [0.3]], dtype=torch.float64)
    ours = law.table(logits[None])[0].exp()
    for loc, row in zip(logits.sigmoid().flatten(), ours, strict=True):
        edges = [(k + 0.5) / LEVELS for k in range(LEVELS)]
        below = norm.cdf(
            [-math.inf, *edges, math.inf], loc, variance**0.5
        )
        expected = torch.tensor(below).diff()
        torch.testing.assert_close(row, expected, atol=1e-9, rtol=1e-6)


def test_a_gaussian_of_each_pixel_is_read_with_its_own_scale():
    density = PixelGaussian()
    law = laws(density, LEVELS)["bins"]
    assert isinstance(law, DiscretisedGaussian)
    raw = torch.tensor([[[0.4, -2.0]]], dtype=torch.float64)
    scale = density.floor + math.exp(-2.0)
    loc = torch.tensor(0.4).sigmoid().item()
    edge = [(k + 0.5) / LEVELS for k in (6, 7)]
    expected = float(norm.cdf(edge[1], loc, scale))
    expected -= float(norm.cdf(edge[0], loc, scale))
    seven = law.pixel_log_prob(torch.tensor([[7.0]]), raw).exp()
    assert seven.item() == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("levels", [16, 255])
def test_slopes_from_the_grid_are_those_of_the_bracket(levels):
    logits = torch.linspace(-9.0, 9.0, 61).double().expand(3, 61)
    law = TruncatedGeometric(levels)
    slope = slope_with_mean(law, logits)
    k = torch.tensor([0.0, 3.0, levels]).double()[:, None].expand(3, 61)
    exact = law.pixel_log_prob(k, slope[..., None])
    ours = MeanGeometric(levels).pixel_log_prob(k, logits[..., None])
    torch.testing.assert_close(ours, exact, atol=2e-3, rtol=1e-4)


def test_far_from_the_grid_a_mean_still_has_its_law():
    law = MeanGeometric(LEVELS)
    logits = torch.tensor([[[-30.0], [30.0]]], dtype=torch.float64)
    mean = law.mean(logits)[0]
    assert mean[0].item() == pytest.approx(16 * math.exp(-30), rel=0.01)
    assert mean[1].item() == pytest.approx(16.0)


def test_a_reading_leaves_the_model_as_it_was():
    law = likelihood("expected-bernoulli", LEVELS, None)
    model = VAE(6, (5,), 2, law)
    other = read_as(model, MeanGeometric(LEVELS))
    assert model.likelihood is law
    assert model.unit == 1
    k = torch.randint(0, 17, (4, 6), generator=seeded(0)).float()
    one, two = model.posterior(k / LEVELS), other.posterior(k)
    torch.testing.assert_close(one.loc, two.loc)


def test_the_best_variance_cannot_be_bettered():
    law = likelihood("expected-bernoulli", LEVELS, None)
    model = VAE(6, (5,), 2, law).requires_grad_(False)
    k = torch.randint(0, 17, (50, 6), generator=seeded(0)).float()
    best = best_variance(model, k, LEVELS)
    z = model.posterior(k / LEVELS).loc
    costs = [
        -BinnedGaussian(LEVELS, best * factor)
        .log_prob(k, model.decode(z))
        .mean()
        for factor in (0.7, 1.0, 1.4)
    ]
    assert costs[1] < min(costs[0], costs[2])


def test_the_code_has_a_name():
    assert len(code()) == 8
