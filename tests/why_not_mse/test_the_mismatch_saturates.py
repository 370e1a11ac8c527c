import math

import pytest
import torch
from torch.distributions import Normal

from snippets.experiments.links import ArctanBernoulli, StraightGaussian
from snippets.measures.pulls import on_paper, pull
from snippets.vae.families import ExpectedBernoulli, Gaussian

OUTPUT = torch.tensor([-9.0, -1.0, 0.2, 3.0, 9.0]).double()
X = torch.tensor([0.0, 0.3, 1.0, 0.8, 0.0]).double()
M = OUTPUT.sigmoid()
MEANS = torch.linspace(0, 1, 3001).double()[1:-1]


def slope(of, at):
    free = at.detach().clone().requires_grad_()
    return torch.autograd.grad(of(free).sum(), free)[0]


@pytest.mark.equation("eq:mismatch-sigmoid")
def test_a_sigmoid_is_flat_at_both_ends():
    flat = slope(torch.sigmoid, OUTPUT)
    torch.testing.assert_close(flat, M * (1 - M))
    assert flat[[0, -1]].max() < 2e-4 < 0.2 < flat[2]


@pytest.mark.equation("eq:mismatch-chain", "eq:mismatch-squared")
def test_squared_error_behind_a_sigmoid_is_held_back_by_its_slope():
    found = pull(Gaussian(0.5).double(), X, OUTPUT)
    outer = slope(lambda m: (X - m).square(), M)
    inner = slope(torch.sigmoid, OUTPUT)
    torch.testing.assert_close(found, outer * inner)
    torch.testing.assert_close(found, 2 * (M - X) * M * (1 - M))


@pytest.mark.equation("eq:mismatch-most")
def test_the_strongest_pull_on_paper_is_8_27_at_two_thirds():
    found = on_paper("bell", MEANS)
    torch.testing.assert_close(found, 2 * MEANS**2 * (1 - MEANS))
    assert MEANS[found.argmax()].item() == pytest.approx(
        2 / 3, abs=1e-3
    )
    assert found.max().item() == pytest.approx(8 / 27, rel=1e-6)


@pytest.mark.equation("eq:mismatch-cross")
def test_cross_entropy_behind_a_sigmoid_pulls_by_the_miss():
    found = pull(ExpectedBernoulli(), X, OUTPUT)
    torch.testing.assert_close(found, M - X)
    assert found[-1] > 0.999


@pytest.mark.equation("eq:mismatch-linear")
def test_squared_error_on_a_linear_output_pulls_by_the_miss():
    law = StraightGaussian(0.19).double()
    found = pull(law, X, OUTPUT)
    torch.testing.assert_close(found, (OUTPUT - X) / law.variance)


def test_at_a_high_dose_only_the_survivors_tell_the_doses_apart():
    ten, eleven = torch.tensor([10.0, 11.0]).double().sigmoid()
    dead = [f"{100 * share:.3f}" for share in (ten, eleven)]
    assert dead == ["99.995", "99.998"]
    assert (1 - eleven) / (1 - ten) < 0.5


@pytest.mark.equation("eq:mismatch-hazard")
@pytest.mark.parametrize("name", ["coin", "normal", "arctan"])
def test_on_paper_a_coin_pulls_as_strongly_as_the_hazard(name):
    out = torch.tensor([-1.0, 0.5, 3.0]).double()
    link = {
        "coin": torch.sigmoid,
        "normal": torch.special.ndtr,
        "arctan": lambda out: 0.5 + out.atan() / math.pi,
    }[name]
    hazard = slope(link, out) / (1 - link(out))
    torch.testing.assert_close(on_paper(name, link(out)), hazard)


def test_one_mismatch_pulls_harder_and_another_lets_go():
    out = torch.tensor([30.0]).double()
    grows = Normal(0, 1).log_prob(out).exp()
    grows = grows / torch.special.log_ndtr(-out).exp()
    assert 1 < (grows / out).item() < 1.01
    paper = torch.zeros(1, dtype=torch.float64)
    falls = pull(ArctanBernoulli(), paper, 100 * out)
    assert (falls * 100 * out).item() == pytest.approx(1, rel=1e-3)


def test_a_single_precision_sigmoid_has_no_slope_at_twenty():
    out, paper = torch.tensor([20.0]), torch.zeros(1)
    assert pull(Gaussian(0.19), paper, out).item() == 0
    assert pull(ExpectedBernoulli(), paper, out).item() == 1


def test_a_mean_that_is_clipped_never_has_a_larger_error():
    m = torch.linspace(-0.5, 1.5, 81)
    for x in (0.0, 0.4, 1.0):
        clipped = (m.clamp(0, 1) - x).square()
        assert (clipped <= (m - x).square()).all()
