"""Images are ink: one grey, and opacity."""

import io

import numpy as np
import pytest
from PIL import Image

from snippets.build import picture


def images():
    return np.random.default_rng(0).random((3, 4, 4))


def opened(png):
    return np.asarray(Image.open(io.BytesIO(png)))


def test_the_grey_of_a_row_is_the_ink_of_the_page():
    assert set(opened(picture.row(images()))[..., 0].flat) == {29}


def test_the_opacity_of_a_row_is_the_ink_of_the_images():
    alpha = opened(picture.row(images(), gap=1))[:, :4, 1]
    assert np.abs(alpha / 255 - images()[0]).max() <= 0.5 / 255


def test_gaps_stand_between_images_only():
    pixels = opened(picture.row(np.ones((3, 4, 4)), gap=2))
    assert pixels.shape == (4, 3 * 4 + 2 * 2, 2)
    assert set(pixels[:, 4:6, 1].flat) == {0}


def test_without_a_gap_no_column_is_lost():
    assert opened(picture.row(np.ones((3, 4, 4)), gap=0)).shape[1] == 12


def test_the_same_images_have_the_same_bytes():
    assert picture.row(images()) == picture.row(images())


@pytest.mark.parametrize("wrong", [-0.1, 1.1, np.nan])
def test_ink_beyond_its_range_is_refused(wrong):
    with pytest.raises(ValueError, match="not 0 to 1"):
        picture.row(np.full((1, 2, 2), wrong))


def test_a_figure_gets_ink_with_opacity():
    assert picture.rgba(np.array([[1.0]])).tolist() == [
        [[29, 29, 29, 255]]
    ]


def test_the_description_of_an_image_is_escaped():
    tag = picture.html("generated/a.png", 240, 24, 'a "b"')
    assert 'alt="a &quot;b&quot;"' in tag


def test_the_address_counts_from_the_page():
    tag = picture.html("generated/a.png", 240, 24, "", depth=2)
    assert 'src="../../generated/a.png"' in tag


def test_a_picture_may_stand_in_the_page_itself():
    png = picture.row(images())
    assert f'src="{picture.uri(png)}"' in picture.html(
        picture.uri(png), 240, 24, ""
    )


@pytest.mark.parametrize(
    ("size", "lazy"), [(5000, False), (5001, True)]
)
def test_only_a_large_image_waits_for_the_screen(size, lazy):
    tag = picture.html("a.png", 1, 1, "", data=bytes(size))
    assert ('loading="lazy"' in tag) is lazy
