"""What is counted about the data, on sets small enough to see."""

import numpy as np
import pytest
import torch

from snippets.figures.dataset import NAMES
from snippets.pages.dataset import (
    PANELS,
    counted,
    draw,
    refusal,
    undecided,
)

# Two images of three pixels: constant, both ends, in between.
TINY = torch.tensor([[4, 0, 1], [4, 4, 3]], dtype=torch.uint8)


def found():
    seen = np.zeros((6, 28, 28))
    seen[0, 5, 9], seen[1, 5, 9], seen[5, 5, 9] = 102, 0.4, 1
    return {
        "seen": seen,
        "framed": [5, 9],
        "values": [102, 0.4, 0, 0, 0, 1],
        "refusal": "ValueError: no",
    }


def test_the_shares_of_pixels_at_both_ends():
    shares = counted(TINY, 4)
    assert shares["none"] == pytest.approx(1 / 6)
    assert shares["full"] == pytest.approx(3 / 6)


def test_the_mean_ink_before_and_after_the_threshold():
    shares = counted(TINY, 4)
    assert shares["ink"] == pytest.approx(4 / 6)
    assert shares["threshold"] == pytest.approx(4 / 6)


def test_both_variances_are_those_of_a_position():
    shares = counted(TINY, 4)
    assert shares["variance"] == pytest.approx((1 / 4 + 1 / 16) / 3)
    assert shares["added"] == pytest.approx(2 * 3 / 16 / 6)


def test_a_position_without_change_is_constant():
    assert counted(TINY, 4)["constant"] == [0]


def test_the_framed_pixel_is_one_on_which_fresh_tosses_differ():
    seen = np.zeros((6, 28, 28))
    seen[1, 3, 4] = 0.5
    seen[1, 7, 8], seen[5, 7, 8] = 0.6, 1
    assert undecided(seen) == (7, 8)


def test_torch_refuses_a_grey_value_and_takes_a_toss():
    assert "Boolean()" in refusal(torch.tensor([0.37]))
    with pytest.raises(AssertionError):
        refusal(torch.tensor([1.0]))


def test_every_panel_has_a_name():
    assert len(NAMES) == len(PANELS)


def test_the_chart_states_the_values_of_the_pixel():
    drawn = draw(found())
    assert "102 as a count, 0.40 as a grey" in drawn["views.html"]
    assert drawn["refusal.txt"] == "ValueError: no"
