"""The logarithm of Phi, and of differences of it."""

import pytest
import torch
from scipy.special import erfcx, log_ndtr

from snippets.vae.families import DiscretisedGaussian

Z = torch.tensor(
    [-1e5, -1e4, -1e3, -100, -5, -1.01, -0.99, 0, 2, 6, 1e4]
)
LAW = DiscretisedGaussian(16)


def test_log_phi_is_scipys():
    known = torch.tensor(log_ndtr(Z.double().numpy()))
    torch.testing.assert_close(LAW.log_cdf(Z.double()), known)


def test_log_phi_is_scipys_in_float32():
    known = torch.tensor(log_ndtr(Z.double().numpy())).float()
    torch.testing.assert_close(
        LAW.log_cdf(Z), known, rtol=1e-6, atol=1e-7
    )


def test_its_gradient_is_the_inverse_mills_ratio_in_float32():
    z = Z.clone().requires_grad_()
    LAW.log_cdf(z).sum().backward()
    ratio = (2 / torch.pi) ** 0.5 / erfcx(-Z.double().numpy() / 2**0.5)
    known = torch.tensor(ratio).float()
    torch.testing.assert_close(z.grad, known, rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("miss", [1.0, 4.0, 8.0])
def test_a_missed_pixel_is_pulled_by_its_distance(miss):
    """Far from a sharp bell the loss is half the squared distance."""
    at = torch.tensor([[[0.0, -7.0]]], requires_grad=True)
    x = torch.tensor([[8.0 + miss]])
    LAW.log_prob(x, at).sum().backward()
    scale = 16 * (1e-4 + torch.tensor(-7.0).exp())
    pull = 4 * (miss - 0.5) / scale.square()  # dloc / dfirst = 4
    torch.testing.assert_close(
        at.grad[0, 0, 0], pull, rtol=2e-3, atol=0
    )
