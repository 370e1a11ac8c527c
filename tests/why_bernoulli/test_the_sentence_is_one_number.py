"""The sentence against the loss, and each step of it by brute force."""

import itertools
import math
from copy import deepcopy
from functools import cache

import numpy as np
import pytest
import torch
from torch.distributions import Bernoulli

from snippets.measures.one_image import (
    enclosed,
    path,
    products,
    science,
)
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import standard_noise, terms
from snippets.vae.training import Run, train
from snippets.why_bernoulli.the_sentence_is_one_number import (
    the_sentence,
)

RUN = Run("digits", "threshold", "bernoulli", None, (8,), 3, 1)


@cache
def small():
    """A network of a few weights, trained once through the digits."""
    x = load("digits").images("test", "threshold")
    return train(RUN).model, x, standard_noise(len(x), 3, seeded(0))


def few(pixels=8):
    """All images of `pixels` pixels, and a law of each pixel."""
    x = torch.tensor(list(itertools.product((0.0, 1.0), repeat=pixels)))
    logits = 2 * torch.randn(pixels, generator=seeded(0))
    return x.double(), logits.double()


@pytest.mark.equation("eq:sentence-number")
def test_the_sentence_is_exactly_the_distortion_in_the_loss():
    model, x, noise = small()
    both = terms(model, x, noise)
    assert torch.equal(the_sentence(model, x, noise), both.distortion)


@pytest.mark.equation("eq:sentence-coin", "eq:sentence-law")
def test_the_number_is_minus_the_log_of_a_product_of_probabilities():
    model, x, noise = small()
    model, x, noise = (
        deepcopy(model).double(),
        x.double(),
        noise.double(),
    )
    posterior = model.posterior(x)
    decoded = model.decode(posterior.loc + posterior.scale * noise)
    m = decoded.squeeze(-1).sigmoid()
    product = torch.where(x == 1, m, 1 - m).prod(-1)
    number = the_sentence(model, x, noise)
    torch.testing.assert_close((-number).exp(), product)


@pytest.mark.equation("eq:sentence-cost", "eq:sentence-number")
def test_the_costs_of_the_pixels_add_up_and_none_is_negative():
    model, x, noise = small()
    way = path(model, x[:1], noise[:1])
    number = the_sentence(model, x[:1], noise[:1]).item()
    assert way["cost"].sum() == pytest.approx(number)
    chance = np.where(way["x"] == 1, way["m"], 1 - way["m"])
    np.testing.assert_allclose(way["cost"], -np.log(chance), rtol=1e-4)
    assert way["cost"].min() >= 0


@pytest.mark.equation("eq:sentence-one")
def test_all_images_of_eight_pixels_share_one_whole():
    x, logits = few()
    product = products(x, logits.expand_as(x))
    assert len(x) == 2**8
    assert product.sum().item() == pytest.approx(1)


@pytest.mark.equation("eq:sentence-many")
def test_so_many_images_of_784_pixels_as_a_number_of_237_digits():
    power = 784 * math.log10(2)
    assert len(str(2**784)) == math.floor(power) + 1
    leading = int(str(2**784)[:6]) / 1e5
    assert 10 ** (power % 1) == pytest.approx(leading, abs=1e-4)
    assert science(power) == "1.0\u00a0·\u00a010²³⁶"


@pytest.mark.equation("eq:sentence-bits", "eq:sentence-power")
def test_nats_bits_and_powers_of_ten_are_one_probability():
    x, logits = few()
    p = Bernoulli(logits=logits).log_prob(x).sum(-1).exp()
    nats = -p.log()
    torch.testing.assert_close(nats / math.log(2), -p.log2())
    torch.testing.assert_close(10 ** (-nats / math.log(10)), p)


def test_a_product_of_784_coins_is_zero_in_single_precision():
    x, fair = torch.ones(1, 784), torch.zeros(1, 784)
    assert products(x, fair).item() == 0
    assert products(x.double(), fair.double()).item() == 2.0**-784


def test_a_hole_is_paper_that_strokes_enclose():
    ring = torch.ones(5, 5)
    ring[2, 2] = ring[0, 0] = 0
    assert enclosed(ring.numpy()).nonzero() == ([2], [2])


def test_a_grey_pixel_is_refused():
    model, x, noise = small()
    with pytest.raises(ValueError, match="support"):
        the_sentence(model, x[:1] * 0.3, noise[:1])
