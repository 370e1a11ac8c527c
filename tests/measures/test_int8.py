import numpy as np
import torch

from snippets.measures.int8 import (
    STEPS,
    linear,
    packed,
    restored,
    rounded,
    sizes,
)
from snippets.vae.dataset import seeded
from snippets.vae.model import perceptron

NETWORK = perceptron((3, 5, 2))


def test_a_rounded_weight_is_off_by_half_a_step_at_most():
    weight = torch.randn(6, 40, generator=seeded(0))
    whole, scale = rounded(weight)
    miss = (whole * scale[:, None] - weight).abs()
    assert (miss <= scale[:, None] / 2 + 1e-7).all()
    assert whole.abs().max() == STEPS


def test_a_row_of_zeros_stays_zero():
    whole, scale = rounded(torch.zeros(1, 4))
    assert not whole.any()
    assert scale.isfinite().all()


def test_a_file_has_a_byte_a_weight_and_eight_a_unit():
    content = packed(NETWORK, NETWORK)
    each = (3 * 5 + 5 * 2) + 8 * (5 + 2)
    assert len(content) == 2 * each


def test_floats_stand_before_the_whole_numbers():
    content = packed(NETWORK)
    units = sum(sizes(NETWORK)[1:])
    floats = np.frombuffer(content, "<f4", 2 * units)
    first = linear(NETWORK)[0]
    whole, scale = rounded(first.weight.detach())
    assert floats[:5].tolist() == scale.tolist()
    assert floats[5:10].tolist() == first.bias.tolist()
    read = np.frombuffer(content, np.int8, 15, 8 * units)
    assert read.tolist() == whole.flatten().tolist()


def test_the_original_keeps_its_weights():
    before = linear(NETWORK)[0].weight.clone()
    copy = restored(NETWORK)
    assert linear(NETWORK)[0].weight.equal(before)
    assert not linear(copy)[0].weight.equal(before)


def test_sizes_go_from_the_inputs_to_the_outputs():
    assert sizes(NETWORK) == [3, 5, 2]
