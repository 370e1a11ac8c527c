"""The decoder gives each pixel its own scale."""

from math import log, pi

import pytest
import torch
from scipy.stats import norm

from snippets.vae.families import PixelGaussian

G = torch.Generator().manual_seed(0)
X = torch.rand(6, 9, generator=G).double()
DECODED = torch.randn(6, 9, 2, generator=G).double()


def test_the_density_is_scipys():
    location, raw = DECODED.unbind(-1)
    scale = 0.05 + raw.exp()
    theirs = norm(location.sigmoid(), scale).logpdf(X).sum(-1)
    ours = PixelGaussian(floor=0.05).log_prob(X, DECODED)
    torch.testing.assert_close(ours, torch.tensor(theirs))


@pytest.mark.parametrize("raw", [-100.0, -30.0])
def test_a_constant_pixel_meets_the_floor(raw):
    decoded = torch.tensor([[[0.0, raw]]])
    nats = PixelGaussian(floor=0.02).log_prob(
        torch.tensor([[0.5]]), decoded
    )
    best = -log(0.02) - log(2 * pi) / 2
    assert nats.item() == pytest.approx(best)


def test_a_scale_beyond_float32_costs_its_logarithm():
    decoded = torch.tensor([[[0.0, 100.0]]])
    nats = PixelGaussian().log_prob(torch.tensor([[0.5]]), decoded)
    assert nats.item() == pytest.approx(-100 - log(2 * pi) / 2)


def test_samples_have_the_scale_of_their_pixel():
    decoded = torch.tensor([[-3.0], [1.0]]).expand(2, 4000)
    both = torch.stack([torch.zeros(2, 4000), decoded], dim=-1)
    drawn = PixelGaussian(floor=0.01).sample(both, G)
    scale = 0.01 + torch.tensor([-3.0, 1.0]).exp()
    torch.testing.assert_close(drawn.std(-1), scale, rtol=0.06, atol=0)


@pytest.mark.parametrize("floor", [0.0, -0.1])
def test_a_floor_is_positive(floor):
    with pytest.raises(ValueError, match="floor must be above 0"):
        PixelGaussian(floor)
