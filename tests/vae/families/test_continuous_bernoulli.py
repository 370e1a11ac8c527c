"""A density on [0, 1], held against integrals and the library."""

import mpmath
import numpy as np
import pytest
import torch
from scipy.integrate import quad
from scipy.stats import kstest
from torch.distributions import ContinuousBernoulli as Library

from snippets.vae.families import ContinuousBernoulli
from snippets.vae.families.continuous_bernoulli import log_mean_exp

SLOPES = [-100.0, -3.0, -0.3, -0.2, -1e-8, 0.0, 1e-3, 0.24, 2.0, 40.0]
DOUBLE = torch.float64
LAW = ContinuousBernoulli()


def decoded(slope):
    return torch.tensor([[[slope]]], dtype=DOUBLE)


def density(x, slope):
    value = torch.tensor([[x]], dtype=DOUBLE)
    return LAW.log_prob(value, decoded(slope)).exp().item()


@pytest.mark.parametrize("slope", SLOPES)
def test_the_density_integrates_to_one(slope):
    total, _ = quad(density, 0, 1, args=(slope,), epsabs=1e-11)
    assert total == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize("slope", SLOPES)
def test_the_mean_is_the_integral_of_x(slope):
    mean, _ = quad(lambda x: x * density(x, slope), 0, 1, epsabs=1e-11)
    assert LAW.mean(decoded(slope)).item() == pytest.approx(mean)


@pytest.mark.equation("eq:likelihood-continuous")
@pytest.mark.parametrize("slope", [-6.0, -2.0, 1.0, 6.0])
def test_the_library_agrees_where_it_does_not_clamp(slope):
    x = torch.linspace(0, 1, 11).double()[:, None]
    ours = LAW.log_prob(x, decoded(slope))
    theirs = Library(logits=torch.tensor(slope, dtype=DOUBLE)).log_prob(
        x
    )
    torch.testing.assert_close(ours, theirs[:, 0])


SWITCH = pytest.mark.parametrize(
    "slope", [-0.2501, -0.2499, -0.1, 0.0, 0.1, 0.2499, 0.2501]
)


@SWITCH
@mpmath.workdps(50)
def test_the_series_meets_the_closed_form(slope):
    wide = mpmath.mpf(slope or 1e-30)
    known = mpmath.log(mpmath.expm1(wide) / wide)
    ours = log_mean_exp(torch.tensor(slope, dtype=DOUBLE)).item()
    assert ours == pytest.approx(float(known), rel=0, abs=2e-15)


@pytest.mark.equation("eq:likelihood-continuous-mean")
@SWITCH
@mpmath.workdps(50)
def test_the_mean_is_the_slope_of_the_normaliser(slope):
    wide = mpmath.mpf(slope or 1e-20)
    known = -1 / mpmath.expm1(-wide) - 1 / wide
    ours = LAW.mean(decoded(slope)).item()
    assert ours == pytest.approx(float(known), rel=0, abs=2e-13)


def test_the_library_clamps_and_ours_does_not():
    x = torch.zeros(1, 1)
    far = torch.tensor([[[-40.0]]])
    theirs = Library(logits=far[..., 0]).log_prob(x).item()
    ours = LAW.log_prob(x, far).item()
    assert ours == pytest.approx(3.6889, abs=1e-4)
    assert theirs < 3


@pytest.mark.equation(
    "eq:likelihood-continuous", "eq:likelihood-continuous-mean"
)
def test_at_logit_zero_every_value_is_equally_likely():
    assert [density(x, 0.0) for x in (0.0, 0.3, 1.0)] == [1, 1, 1]
    assert LAW.mean(decoded(0.0)).item() == 0.5


def test_the_density_at_zero_grows_as_the_logit():
    assert density(0.0, -50.0) == pytest.approx(50)
    assert density(0.0, -500.0) == pytest.approx(500)


def test_its_mean_is_not_its_parameter():
    slope = torch.tensor(4.6e-5, dtype=DOUBLE).logit().item()
    assert LAW.mean(decoded(slope)).item() == pytest.approx(
        0.1, abs=5e-4
    )


@pytest.mark.parametrize("slope", [-12.0, -1.0, 0.0, 1e-7, 3.0, 12.0])
def test_samples_follow_the_cumulative(slope):
    g = torch.Generator().manual_seed(4)
    drawn = LAW.sample(decoded(slope).expand(1, 5000, 1), g)

    def cumulative(x):
        return np.expm1(slope * x) / np.expm1(slope) if slope else x

    assert kstest(drawn[0].numpy(), cumulative).pvalue > 1e-3


def test_float32_samples_at_the_ends_stay_in_the_unit_interval():
    g = torch.Generator().manual_seed(5)
    ends = torch.tensor([-1e4, -100.0, 100.0, 1e4])[:, None, None]
    LAW.check(LAW.sample(ends.expand(-1, 1000, 1), g))
