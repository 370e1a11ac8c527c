import numpy as np
import pytest
import torch

from snippets.compression import files, networks
from snippets.compression.cases import CASES
from snippets.compression.container import BadFile, from_bytes
from snippets.vae.training import untrained


def model(case, seed=0):
    return untrained(case.runs[seed]).eval().requires_grad_(False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_images_come_back_with_their_shape_and_type(case):
    rows, side = case.held_out()[:20], case.data.side
    for images in (
        rows,
        rows.reshape(-1, side, side).astype(">i4"),
        rows[:1],
    ):
        content = files.compress(images, model(case))
        back = files.decompress(from_bytes(content), model(case))
        assert back.dtype == images.dtype
        assert np.array_equal(back, images)


def test_boolean_images_come_back_as_such():
    case = CASES[0]
    images = case.held_out()[:3].astype(bool)
    content = files.compress(images, model(case))
    back = files.decompress(from_bytes(content), model(case))
    assert back.dtype == bool
    assert np.array_equal(back, images)


def test_another_model_is_refused():
    case = CASES[1]
    content = files.compress(case.held_out()[:2], model(case))
    with pytest.raises(BadFile, match="with other weights"):
        files.decompress(from_bytes(content), model(case, seed=1))


def test_other_probabilities_are_noticed_and_give_no_picture(
    monkeypatch,
):
    case = CASES[1]
    content = files.compress(case.held_out()[:9], model(case))
    exact = networks.settled
    monkeypatch.setattr(
        networks, "settled", lambda said: exact(said) + 0.01
    )
    with pytest.raises(BadFile, match="other probabilities"):
        files.decompress(from_bytes(content), model(case))


def test_networks_run_in_another_way_read_the_file_all_the_same(
    monkeypatch,
):
    case = CASES[0]
    images = case.held_out()[:20]
    content = files.compress(images, model(case))
    decode = networks.Networks.pixels

    def batched(self, k):
        alone = self.model.decode
        many = lambda z: alone(z.expand(64, -1))[7]  # noqa: E731
        monkeypatch.setattr(self.model, "decode", many)
        try:
            return decode(self, k)
        finally:
            monkeypatch.setattr(self.model, "decode", alone)

    monkeypatch.setattr(networks.Networks, "pixels", batched)
    back = files.decompress(from_bytes(content), model(case))
    assert np.array_equal(back, images)
    assert torch.get_num_threads() == 1
