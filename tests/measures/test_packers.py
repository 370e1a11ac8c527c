import numpy as np
import pytest

from snippets.compression.cases import CASES
from snippets.experiments.packed import (
    Lossy,
    alone,
    each,
    in_bits,
    size,
)
from snippets.measures.layouts import layouts
from snippets.measures.packers import (
    Packer,
    of_bytes,
    of_pictures,
)


def images(levels=1, count=12):
    rng = np.random.default_rng(0)
    return rng.integers(0, levels + 1, (count, 16), np.uint8)


@pytest.mark.parametrize("binary", [True, False])
def test_every_packer_gives_the_pixels_back(binary):
    x = images(1 if binary else 255)
    packers = of_bytes() | of_pictures(binary)
    assert len(packers) == 6
    for packer in packers.values():
        for plane in layouts(x).values():
            assert size(packer, plane) > 0


def test_a_packer_that_loses_a_pixel_is_found_out():
    lossy = Packer(lambda a: a.tobytes(), lambda f: np.zeros(16))
    with pytest.raises(Lossy):
        size(lossy, images()[:1])


def test_a_sheet_shows_each_image_whole():
    x = images(255, count=5)
    sheet = layouts(x)["a sheet of images"]
    assert sheet.shape == (8, 12)
    assert (sheet[:4, 4:8].ravel() == x[1]).all()
    assert (sheet[4:, 4:8].ravel() == x[4]).all()
    assert not sheet[4:, 8:].any()


def test_eight_binary_pixels_fit_a_byte():
    planes = in_bits(layouts(images()))
    assert planes["an image a row, bits"].shape == (12, 2)


def test_one_file_for_each_image_is_longer_than_one_for_all():
    x, packer = images(255), of_bytes()["gzip"]
    assert each(packer, x, 4) > size(packer, x)


def test_pixels_alone_cost_what_their_shares_say():
    case = CASES[1]
    x = case.held_out()
    train = case.data.images("train", "counts").numpy()
    nats = 0.0
    for pixel in range(64):
        seen = np.bincount(train[:, pixel].astype(int), minlength=17)
        shares = (seen + 1) / (len(train) + 17)
        nats -= np.log(shares[x[:, pixel]]).sum()
    exact = nats / np.log(2) / 8
    assert alone(case) == pytest.approx(exact, rel=1e-3)
