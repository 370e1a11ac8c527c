"""The slopes and bends of each ruler, and who is stricter."""

import pytest
import sympy
import torch

from snippets.measures.aim_examples import charge
from snippets.measures.rulers import GENERATORS, TARGETS, bowl, bregman

X, M = sympy.symbols("x m", positive=True)
PHI = {
    "squared": M**2,
    "coins": M * sympy.log(M) + (1 - M) * sympy.log(1 - M),
    "counts": M * sympy.log(M),
    "ratios": -sympy.log(M),
}


@pytest.mark.equation("eq:aim-slope")
@pytest.mark.parametrize("name", list(PHI))
def test_the_slope_is_the_miss_times_the_bend(name):
    phi = PHI[name]
    divergence = phi.subs(M, X) - phi - sympy.diff(phi, M) * (X - M)
    slope = sympy.diff(phi, M, 2) * (M - X)
    assert sympy.simplify(sympy.diff(divergence, M) - slope) == 0


@pytest.mark.equation("eq:aim-variance")
def test_the_ruler_of_cross_entropy_is_the_variance_of_a_coin():
    bend = sympy.diff(PHI["coins"], M, 2)
    assert sympy.simplify(1 / bend - M * (1 - M)) == 0


def taylor(x, m):
    v = m * (1 - m)
    third = (1 - 2 * m) * (x - m) ** 3 / (6 * v**2)
    return (x - m) ** 2 / (2 * v) - third


@pytest.mark.equation("eq:aim-taylor")
@pytest.mark.parametrize("m", [0.1, 0.3, 0.8])
def test_near_the_target_it_is_a_gaussian_and_a_cubic_term(m):
    steps = [1e-2, 1e-3]
    off = [abs(charge(m + h, m) - taylor(m + h, m)) for h in steps]
    # What is left is of fourth order: a tenth of the step leaves
    # a ten-thousandth.
    assert off[1] / off[0] == pytest.approx(1e-4, rel=0.2)
    square = [h**2 / (2 * m * (1 - m)) for h in steps]
    bare = [
        abs(charge(m + h, m) - s)
        for h, s in zip(steps, square, strict=True)
    ]
    assert bare[1] / bare[0] == pytest.approx(1e-3, rel=0.2)


@pytest.mark.equation("eq:aim-slopes")
def test_the_difference_of_slopes_has_the_sign_of_the_miss():
    kl = X * sympy.log(X / M)
    kl += (1 - X) * sympy.log((1 - X) / (1 - M))
    found = sympy.diff(kl - 2 * (X - M) ** 2, M)
    expected = (M - X) * (1 / (M * (1 - M)) - 4)
    assert sympy.simplify(found - expected) == 0
    m = torch.linspace(0.001, 0.999, 999).double()
    assert (1 / (m * (1 - m)) - 4 >= -1e-12).all()


@pytest.mark.equation("eq:aim-pinsker")
def test_cross_entropy_is_never_below_a_gaussian_of_one_quarter():
    grid = torch.linspace(0.001, 0.999, 499).double()
    x, m = torch.meshgrid(grid, grid, indexing="ij")
    spare = bregman(GENERATORS["coins"], x, m) - 2 * (x - m).square()
    assert spare.min() > -1e-14
    assert spare.diagonal().abs().max() < 1e-14
    assert spare[0, 250] > 0.1


def test_a_smaller_variance_is_below_and_above():
    x = torch.tensor(0.5).double()
    m = torch.tensor([0.4, 0.999]).double()
    coins = bregman(GENERATORS["coins"], x, m)
    gaussian = (x - m).square() / (2 / 8)
    assert coins[0] < gaussian[0]
    assert coins[1] > gaussian[1]


@pytest.mark.parametrize("target", TARGETS)
def test_the_curves_of_the_figure_touch_at_the_target(target):
    found = bowl(target)
    for name in ("coins", "local", "widest"):
        lowest = min(found[name])
        at = found["m"][found[name].index(lowest)]
        assert at == pytest.approx(target, abs=2e-3)
        assert lowest < 1e-5
