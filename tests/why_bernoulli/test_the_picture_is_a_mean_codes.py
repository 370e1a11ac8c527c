import itertools

import pytest
import torch
from torch.distributions import Bernoulli

from snippets.measures import picture_examples

# Two codes, the first with probability 0.3, and three pixels.
CODE = torch.tensor([0.3, 0.7]).double()
COINS = torch.tensor([[0.9, 0.2, 0.6], [0.1, 0.5, 0.7]]).double()
THREE = torch.tensor(list(itertools.product((0.0, 1.0), repeat=3)))
THREE = THREE.double()
GIVEN = Bernoulli(probs=COINS[:, None]).log_prob(THREE).sum(-1).exp()
PAIR = 0, 2


@pytest.mark.equation("eq:picture-given")
def test_given_the_code_a_product_has_the_product_of_the_means():
    first, second = PAIR
    together = (GIVEN * THREE[:, first] * THREE[:, second]).sum(-1)
    torch.testing.assert_close(
        together, COINS[:, first] * COINS[:, second]
    )


@pytest.mark.equation("eq:picture-together", "eq:picture-covariance")
def test_all_dependence_of_pixels_comes_through_the_code():
    first, second = PAIR
    chance = CODE @ GIVEN
    x, y = THREE[:, first], THREE[:, second]
    product = (chance * x * y).sum()
    coins = COINS[:, first] * COINS[:, second]
    torch.testing.assert_close(product, CODE @ coins)
    covariance = product - (chance * x).sum() * (chance * y).sum()
    m, n = COINS[:, first], COINS[:, second]
    of_means = CODE @ ((m - CODE @ m) * (n - CODE @ n))
    torch.testing.assert_close(covariance, of_means)
    assert covariance.abs() > 0.01


def test_the_two_codes_of_the_page_link_their_pixels():
    said = picture_examples.two_codes()
    both = (0.9 * 0.9 + 0.1 * 0.1) / 2
    assert float(said["both"]) == pytest.approx(both)
    assert float(said["toy"]) == pytest.approx(both - 0.5**2)
