import bz2
import io
import math

import numpy as np
import pytest
import torch
from PIL import Image

from snippets.measures.baselines import (
    after,
    independent,
    packed,
    png,
    smoothed,
)
from snippets.vae.dataset import seeded


def counts(images=40, pixels=9, levels=3):
    shape = (images, pixels)
    return torch.randint(0, levels + 1, shape, generator=seeded(0))


def test_smoothed_shares_are_one_whole_and_never_zero():
    shares = smoothed(torch.zeros(7, 4), 3)
    torch.testing.assert_close(shares.sum(-1), torch.ones(4).double())
    assert shares[0, 3].item() == pytest.approx(1 / 11)


def test_a_pixel_that_never_changed_costs_little_but_not_nothing():
    k = torch.zeros(50, 2)
    cost = independent(k, k, 3)["categorical"]
    assert cost == pytest.approx(2 * math.log(54 / 51))


def test_no_law_of_independent_pixels_beats_the_free_one_in_sample():
    k = counts(400, pixels=3).float()
    cost = independent(k, k, 3)
    assert cost["categorical"] < cost["beta_binomial"]
    assert cost["categorical"] < cost["uniform"]
    assert cost["uniform"] == pytest.approx(3 * math.log(4))


def test_the_png_gives_the_pixels_back():
    pixels = counts().to(torch.uint8).numpy()
    back = np.asarray(Image.open(io.BytesIO(png(pixels))))
    assert (back == pixels).all()


def test_the_shortest_order_counts():
    pixels = counts(300).to(torch.uint8).numpy()
    found = packed(pixels)["bz2"]
    plain = 8 * len(bz2.compress(pixels.tobytes(), 9)) / pixels.size
    turned = pixels.T.tobytes()
    other = 8 * len(bz2.compress(turned, 9)) / pixels.size
    assert found["bits"] == min(plain, other)


def test_a_packer_that_has_seen_the_same_images_needs_fewer_bits():
    pixels = counts(300).to(torch.uint8).numpy()
    alone = packed(pixels)["xz"]["bits"]
    assert after(pixels, pixels, "xz") < alone / 10
