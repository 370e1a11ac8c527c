"""The table of reductions, against gradients of the loss as written."""

import pytest
import torch
from torch.nn.functional import mse_loss

from snippets.measures.reductions import (
    LOSSES,
    implied_variance,
    share,
)
from snippets.vae.dataset import seeded

IMAGES, PIXELS, LATENTS = 5, 6, 2
SIZES = {"pixels": PIXELS, "latents": LATENTS, "batch": IMAGES}
# As people write them: x, reconstruction y, KL of each latent.
WRITTEN = {
    "both": lambda x, y, kl: (
        mse_loss(y, x, reduction="sum") + kl.sum(1).mean()
    ),
    "sum": lambda x, y, kl: (((x - y) ** 2).sum(1) + kl.sum(1)).mean(),
    "half": lambda x, y, kl: (
        ((x - y) ** 2).sum(1) / 2 + kl.sum(1)
    ).mean(),
    "mean_mean": lambda x, y, kl: mse_loss(y, x) + kl.mean(),
    "mean": lambda x, y, kl: mse_loss(y, x) + kl.sum(1).mean(),
    "batch": lambda x, y, kl: mse_loss(y, x) + kl.sum(),
}


@pytest.fixture(scope="module")
def net():
    """x, and a tiny network: its weight reaches both terms."""
    x = torch.rand(IMAGES, PIXELS, generator=seeded(0)).double()
    down = torch.randn(PIXELS, LATENTS, generator=seeded(1)).double()
    up = torch.randn(LATENTS, PIXELS, generator=seeded(2)).double()
    return x, down.requires_grad_(), up


def gradient(net, loss):
    """Of a loss of x, y and KL, in the encoder's weight."""
    x, down, up = net
    z = x @ down
    return torch.autograd.grad(loss(x, z @ up, z**2 / 2), down)[0]


@pytest.mark.parametrize("name", LOSSES)
def test_the_loss_as_written_points_where_its_gaussian_points(
    net, name
):
    variance = LOSSES[name].variance(**SIZES)

    def bound(x, y, kl):
        law = torch.distributions.Normal(y, variance**0.5)
        return (kl.sum(1) - law.log_prob(x).sum(1)).mean()

    written = gradient(net, WRITTEN[name])
    gaussian = gradient(net, bound)
    factor = written.norm() / gaussian.norm()
    torch.testing.assert_close(written, factor * gaussian)


@pytest.mark.parametrize("name", LOSSES)
def test_the_variance_is_read_off_the_two_gradients(net, name):
    parts = [
        gradient(net, lambda x, y, kl: ((x - y) ** 2).sum()),
        gradient(net, lambda x, y, kl: kl.sum()),
    ]
    both = torch.stack([part.flatten() for part in parts], dim=1)
    written = gradient(net, WRITTEN[name]).flatten()
    a, b = torch.linalg.lstsq(both, written).solution
    found = LOSSES[name].variance(**SIZES)
    assert found == pytest.approx((b / (2 * a)).item())


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("sizes", [(784, 20, 100), (64, 8, 50)])
def test_the_formula_of_the_table_is_what_the_function_gives(
    name, sizes
):
    known = dict(zip("DJB", sizes, strict=True))
    expected = eval(LOSSES[name].formula, known)
    assert LOSSES[name].variance(*sizes) == pytest.approx(expected)


def test_a_weight_on_the_rate_multiplies_the_variance():
    plain = implied_variance("mean", "sum", **SIZES)
    weighed = implied_variance("mean", "sum", **SIZES, rate_weight=0.1)
    assert weighed == pytest.approx(plain / 10)


def test_the_same_divisor_for_both_terms_changes_nothing():
    same = implied_variance(
        "sum", "sum", **SIZES, error_weight=1 / 7, rate_weight=1 / 7
    )
    assert same == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    "name", [*SIZES, "error_weight", "rate_weight"]
)
@pytest.mark.parametrize("value", [0, -1])
def test_what_is_not_positive_is_refused_by_name(name, value):
    kind = float if name.endswith("weight") else int
    given = {**SIZES, name: kind(value)}
    with pytest.raises(ValueError, match=f"{name} must be above 0"):
        implied_variance("sum", "sum", **given)


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_a_weight_that_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="rate_weight must be above 0"):
        implied_variance("sum", "sum", **SIZES, rate_weight=value)


def test_an_unknown_reduction_is_refused_with_the_known_ones():
    with pytest.raises(
        ValueError, match=r"'none' is none of sum, mean"
    ):
        share("none", 3, 2)
