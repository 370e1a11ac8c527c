import numpy as np
import pytest

from snippets.compression.cases import CASES, Unfit, fit
from snippets.vae.dataset import load


def zeros(*shape, kind="u1"):
    return np.zeros(shape, kind)


@pytest.mark.parametrize(
    ("images", "name"),
    [
        (zeros(2, 28, 28) + 1, "binary"),
        (zeros(2, 784, kind=bool), "binary"),
        (zeros(1, 8, 8, kind="i8") + 16, "digits"),
        (zeros(3, 64), "digits"),
        (zeros(2, 28, 28) + 2, "grey"),
        (zeros(2, 784, kind="u2") + 255, "grey"),
    ],
)
def test_size_and_values_choose_the_model(images, name):
    assert fit(images).name == name


@pytest.mark.parametrize(
    ("images", "part"),
    [
        (zeros(2, 28, 28, kind="f4"), "astype('uint8')"),
        (zeros(2, 28, 28, kind="U3"), "not whole numbers"),
        (zeros(0, 28, 28), "no row of images"),
        (zeros(28), "no row of images"),
        (zeros(2, 28, 28, 3), "no row of images"),
        (zeros(2, 32, 32), "no model"),
        (zeros(2, 56, 14), "no model"),
        (zeros(2, 8, 8) + 17, "values 17 to 17"),
        (zeros(2, 28, 28, kind="i2") - 1, "values -1 to -1"),
        (zeros(2, 28, 28, kind="i2") + 256, "values 256 to 256"),
    ],
)
def test_anything_else_is_refused_in_one_line(images, part):
    with pytest.raises(Unfit) as refused:
        fit(images)
    assert part in str(refused.value)
    assert "\n" not in str(refused.value)


def test_at_least_500_images_of_each_case_were_never_trained_on():
    for case in CASES:
        rows = case.held_out()
        assert len(rows) >= 500
        assert fit(rows) == case
        view = case.runs[0].view
        train = load(case.runs[0].data).images("train", view).numpy()
        seen = {row.tobytes() for row in train.astype(np.uint8)}
        assert not seen & {row.tobytes() for row in rows}
