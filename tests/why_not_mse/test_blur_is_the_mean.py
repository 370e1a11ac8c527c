import pytest
import torch

from snippets.measures.sharpness import contrast, kept, pairs
from snippets.vae.dataset import seeded
from snippets.vae.families import Gaussian

SIDE, CODES, EACH = 5, 3, 40


def by_hand(image):
    """A sum over all pairs, each once, by loops."""
    rows = image.reshape(SIDE, SIDE).tolist()
    total = 0.0
    for r in range(SIDE):
        for c in range(SIDE):
            if r + 1 < SIDE:
                total += (rows[r][c] - rows[r + 1][c]) ** 2
            if c + 1 < SIDE:
                total += (rows[r][c] - rows[r][c + 1]) ** 2
    return total


def images_by_code():
    """[code, image, pixel]: all images that each code stands for."""
    shape = (CODES, EACH, SIDE**2)
    return torch.rand(shape, generator=seeded(0)).double() ** 3


@pytest.mark.equation("eq:blur-edges")
def test_contrast_is_a_sum_over_all_pairs_of_neighbours():
    x = images_by_code()[0]
    expected = torch.tensor([by_hand(image) for image in x]).double()
    torch.testing.assert_close(contrast(x), expected)


def test_there_are_so_many_pairs():
    checks = torch.zeros(SIDE, SIDE)
    checks[::2, ::2] = 1  # a chessboard: all neighbours differ
    checks[1::2, 1::2] = 1
    found = contrast(checks.reshape(1, -1)).item()
    assert found == pairs(SIDE)


@pytest.mark.equation("eq:blur-split")
def test_a_step_is_that_of_the_picture_plus_that_of_the_miss():
    x = images_by_code()
    m = x.mean(1, keepdim=True).expand_as(x)
    steps = m.diff(dim=-1) + (x - m).diff(dim=-1)
    torch.testing.assert_close(x.diff(dim=-1), steps)


@pytest.mark.equation("eq:blur-kept")
def test_kept_and_missed_contrast_add_up_for_means():
    x = images_by_code()
    m = x.mean(1, keepdim=True).expand_as(x).flatten(0, 1)
    x = x.flatten(0, 1)
    assert kept(m, x) + kept(x - m, x) == pytest.approx(100)


def test_they_do_not_add_up_for_pictures_that_are_too_bold():
    x = images_by_code()
    m = x.mean(1, keepdim=True).expand_as(x).flatten(0, 1)
    x, bold = x.flatten(0, 1), 1.2 * m
    assert kept(bold, x) + kept(x - bold, x) > 101


@pytest.mark.equation("eq:blur-noise")
def test_gaussian_noise_adds_twice_its_variance_to_each_pair():
    law = Gaussian(0.5)
    decoded = torch.randn(SIDE**2, 1, generator=seeded(1))
    m = law.mean(decoded)[None]
    many = decoded.expand(40_000, -1, -1)
    drawn = contrast(law.sample(many, seeded(2))).mean().item()
    expected = contrast(m).item() + 2 * pairs(SIDE) * 0.5
    assert drawn == pytest.approx(expected, rel=0.01)
