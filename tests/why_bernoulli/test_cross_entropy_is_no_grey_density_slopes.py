import pytest
import torch
from torch.autograd import grad

from snippets.measures.tilts import LAWS
from snippets.vae.dataset import seeded
from snippets.vae.families import TruncatedGeometric

LOGITS = torch.tensor([-7.0, -2.2, -0.3, 0.4, 3.0]).double()
every_law = pytest.mark.parametrize("law", LAWS.values(), ids=LAWS)


def leaf():
    """Logits for each law to differentiate, [image, pixel, 1]."""
    return LOGITS.clone()[None, :, None].requires_grad_()


@pytest.mark.equation("eq:density-family", "eq:density-mean")
@every_law
def test_the_normaliser_has_the_mean_for_its_slope(law):
    decoded = leaf()
    zero = torch.zeros(1, len(LOGITS)).double()
    normaliser = -law.log_prob(zero, decoded)  # at x = 0: A alone
    one = -law.log_prob(zero + law.levels, decoded)
    torch.testing.assert_close(one, normaliser - LOGITS.sum()[None])
    (slope,) = grad(normaliser.sum(), decoded)
    mean = law.mean(decoded) / law.levels
    torch.testing.assert_close(slope[..., 0], mean)


@pytest.mark.equation("eq:density-slope")
@every_law
def test_the_slope_is_the_mean_minus_the_pixel(law):
    decoded = leaf()
    x = torch.tensor([[0.0, 1.0, 1.0, 0.0, 1.0]]).double()
    cost = -law.log_prob(x * law.levels, decoded).sum()
    (slope,) = grad(cost, decoded)
    mean = law.mean(decoded) / law.levels
    torch.testing.assert_close(slope[..., 0], mean - x)


def spread_of(law, decoded):
    """Mean and variance by brute force, in shares."""
    steps = 100_000 if law.support == "grey" else law.levels
    x = (torch.arange(steps + 1).double() / steps)[:, None, None]
    pixels = (x * law.levels).expand(-1, 1, len(LOGITS))
    weight = law.pixel_log_prob(pixels, decoded).exp()
    weight = weight / weight.sum(0)
    mean = (weight * x).sum(0)
    return mean, (weight * (x - mean).square()).sum(0)


@pytest.mark.equation("eq:density-variance", "eq:density-pull")
@every_law
def test_the_mean_moves_with_the_variance_and_the_pull_divides_by_it(
    law,
):
    decoded = leaf()
    mean = law.mean(decoded) / law.levels
    (moved,) = grad(mean.sum(), decoded)
    _, variance = spread_of(law, decoded.detach())
    close = {"rtol": 1e-3, "atol": 1e-6}
    torch.testing.assert_close(moved[..., 0], variance, **close)
    x = torch.tensor([[0.0, 1.0, 1.0, 0.0, 1.0]]).double()
    cost = -law.log_prob(x * law.levels, decoded).sum()
    (slope,) = grad(cost, decoded)
    pull = slope[..., 0] / moved[..., 0]
    torch.testing.assert_close(pull, (mean - x) / variance, **close)


@pytest.mark.equation("eq:density-largest")
def test_no_law_on_the_interval_has_more_variance_than_a_coin():
    weight = torch.rand(500, 17, generator=seeded(0)).double() ** 8
    weight = weight / weight.sum(-1, keepdim=True)
    x = torch.linspace(0, 1, 17).double()
    mean, square = weight @ x, weight @ x**2
    assert (square - mean**2 <= mean * (1 - mean)).all()
    for name, law in LAWS.items():
        mean, variance = spread_of(law, leaf().detach())
        coin = mean * (1 - mean)
        if name == "bernoulli":
            torch.testing.assert_close(variance, coin)
        else:
            assert (variance < 0.7 * coin).all()


def test_a_finer_grid_is_nearer_to_the_continuous_law():
    at = torch.tensor([[[-2.0]]]).double()
    limit = LAWS["continuous-bernoulli"].mean(at).item()
    off = [
        abs(TruncatedGeometric(n).mean(at).item() / n - limit)
        for n in (1, 16, 255)
    ]
    assert off[0] > 10 * off[1] > 100 * off[2]


@pytest.mark.equation("eq:density-geometric")
@pytest.mark.parametrize("levels", [2, 16])
def test_divided_by_its_sum_the_curve_is_a_truncated_geometric(levels):
    curve = (LOGITS[:, None] * torch.arange(levels + 1) / levels).exp()
    law = TruncatedGeometric(levels)
    known = law.table(LOGITS[None, :, None])[0].exp()
    ours = curve / curve.sum(-1, keepdim=True)
    torch.testing.assert_close(ours, known)
