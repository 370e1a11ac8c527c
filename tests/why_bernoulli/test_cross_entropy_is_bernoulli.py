import math

import pytest
import torch
from torch.distributions import Bernoulli

from snippets.vae.dataset import seeded
from snippets.why_bernoulli.cross_entropy_is_bernoulli import (
    coin_tosses,
    cross_entropy,
)

OUTCOMES = torch.tensor([[0.0], [1.0]])


def images_and_logits(images=20, pixels=30):
    noise = torch.randn(2, images, pixels, generator=seeded(0))
    return (noise[0] > 0).double(), 3 * noise[1].double()


@pytest.mark.equation("eq:coin")
def test_one_line_writes_both_outcomes_of_a_coin():
    for m in (0.1, 0.5, 0.9):
        law = Bernoulli(probs=torch.tensor(m))
        one_line = m**OUTCOMES * (1 - m) ** (1 - OUTCOMES)
        torch.testing.assert_close(
            one_line, law.log_prob(OUTCOMES).exp()
        )


@pytest.mark.equation("eq:pixels")
def test_log_of_the_product_over_pixels_is_the_sum():
    x, logits = images_and_logits()
    m = logits.sigmoid()
    product = torch.where(x == 1, m, 1 - m).prod(-1)
    torch.testing.assert_close(coin_tosses(x, m), -product.log())


@pytest.mark.equation("eq:nll")
def test_cross_entropy_is_minus_the_log_probability():
    x, logits = images_and_logits()
    m = logits.sigmoid()
    torch.testing.assert_close(cross_entropy(x, m), coin_tosses(x, m))


@pytest.mark.equation("eq:nll")
def test_exp_of_minus_cross_entropy_is_how_often_the_image_is_tossed():
    x, m = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.7, 0.4]])
    many = m.expand(100_000, 2)
    tosses = torch.bernoulli(many, generator=seeded(1))
    share = (tosses == x).all(-1).double().mean().item()
    expected = math.exp(-cross_entropy(x, m).item())
    deviation = math.sqrt(expected * (1 - expected) / len(tosses))
    assert abs(share - expected) < 4 * deviation


@pytest.mark.equation("eq:cross")
def test_cross_entropy_is_the_surprise_to_expect():
    b, m = torch.tensor([0.3]), torch.tensor([0.6])
    surprise = -Bernoulli(probs=m).log_prob(OUTCOMES[:, 0])
    expected = (torch.tensor([0.7, 0.3]) * surprise).sum()
    torch.testing.assert_close(cross_entropy(b, m), expected)


@pytest.mark.parametrize("error", [cross_entropy, "squared"])
def test_both_losses_are_smallest_at_the_share_of_ink(error):
    x = torch.tensor([1.0, 1.0, 1.0, 0.0, 0.0]).double()
    m = torch.linspace(0.01, 0.99, 99).double()
    grid = m[:, None].expand(99, 5)
    if error == "squared":
        loss = (x - grid).square().sum(-1)
    else:
        loss = cross_entropy(x.expand(99, 5), grid)
    assert m[loss.argmin()].item() == pytest.approx(0.6)
