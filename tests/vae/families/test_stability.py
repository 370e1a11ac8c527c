"""No decoder output may break a loss or a gradient."""

from itertools import product

import pytest
import torch

from snippets.vae.families import FAMILIES, likelihood

SUPPORT = {
    "binary": torch.tensor([0.0, 1.0]),
    "grey": torch.linspace(0, 1, 17),
    "counts": torch.arange(17.0),
    "real": torch.tensor([-3.0, 0.0, 0.5, 1.0, 4.0]),
}
# Zero, both sides of where a series takes over, and far out.
USUAL = torch.tensor(
    [-12, -4, -0.26, -0.24, -1e-4, 0, 1e-4, 0.24, 0.26, 4, 12]
)
every_family = pytest.mark.parametrize("name", FAMILIES)


def build(name):
    return likelihood(name, 16, 0.25)


def spread(values, n):
    """Rows of n parameters: all pairs in the first two."""
    rows = [list(pair) for pair in product(values.tolist(), repeat=2)]
    return torch.tensor([(row * n)[:n] for row in rows])


def score(law, decoded):
    """Every value of the support under every row of decoded."""
    x = SUPPORT[law.support].to(decoded)
    return law.pixel_log_prob(x[:, None, None], decoded[:, None])


@every_family
def test_log_prob_is_finite_at_100(name):
    law = build(name)
    ends = torch.tensor([-100.0, 100.0])
    decoded = spread(ends, law.parameters_per_pixel)
    assert score(law, decoded).isfinite().all()


@every_family
def test_the_gradient_is_finite_at_100(name):
    law = build(name)
    ends = torch.tensor([-100.0, 100.0])
    decoded = spread(ends, law.parameters_per_pixel).requires_grad_()
    score(law, decoded).sum().backward()
    assert decoded.grad.isfinite().all()


@every_family
def test_the_gradient_is_that_of_finite_differences(name):
    law = build(name).double()
    decoded = spread(USUAL, law.parameters_per_pixel).double()
    decoded.requires_grad_()
    assert torch.autograd.gradcheck(
        lambda d: score(law, d).sum(0), decoded, fast_mode=True
    )


@every_family
def test_float32_agrees_with_float64(name):
    law = build(name)
    decoded = spread(USUAL, law.parameters_per_pixel)
    torch.testing.assert_close(
        score(law, decoded),
        score(law.double(), decoded.double()).float(),
        rtol=1e-4,
        atol=1e-5,
    )
