"""What a value can be is seen from the values, and what is doubted."""

import numpy as np
import pytest
import torch

from snippets.choose.budget import Budget
from snippets.choose.doubts import FEW
from snippets.choose.looking import look
from snippets.choose.reading import as_table, read
from snippets.choose.spaces import Space, columns, expected_above, steps
from snippets.choose.truths import TRUTHS, rows
from snippets.vae.dataset import seeded

DRAWN = np.random.default_rng(0)


def seen(x, **told):
    """What is seen of an array."""
    return look(as_table(np.asarray(x), "data", ()), **told)


def said(found):
    """All doubts in one text."""
    every = [*found.doubts, *(d for p in found.parts for d in p.doubts)]
    return " ".join(every)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", TRUTHS)
def test_the_sample_space_of_a_known_truth_is_seen(name, seed):
    x = rows(TRUTHS[name], 800, 12, seeded(seed))
    (part,) = seen(x.double().numpy()).parts
    assert part.space.name == TRUTHS[name].space


def test_the_end_of_digits_is_seen_and_their_dead_pixels():
    found = look(read("digits"))
    assert [part.space for part in found.parts] == [Space("counts", 16)]
    assert found.dead == ("1", "33", "40")


def test_grey_levels_are_counts_again():
    images = read("digits").values / 16
    (part,) = seen(images).parts
    assert part.space == Space("counts", 16)
    (part,) = seen(images, space="unit").parts
    assert part.space == Space("unit", 1)


def test_shares_that_were_measured_have_no_steps():
    assert steps(DRAWN.random((50, 4))) == 0
    assert steps(np.arange(256) / 255) == 255


def test_a_tail_that_goes_on_has_no_end():
    assert expected_above(DRAWN.poisson(4, 9600) * 1.0) < 10
    assert expected_above(DRAWN.binomial(10, 0.7, 9600) * 1.0) > 10


def test_a_table_is_cut_by_what_its_columns_can_be():
    x = np.stack(
        [
            DRAWN.integers(0, 2, 200),
            DRAWN.poisson(20, 200),
            DRAWN.normal(size=200),
            DRAWN.normal(size=200) ** 2 + 0.1,
        ],
        1,
    )
    names = [space.name for space, _ in columns(x)]
    assert names == ["binary", "unbounded", "positive", "real"]


def test_what_may_be_wrong_is_said():
    x = DRAWN.normal(size=(200, 4))
    x[7, 1] = 1e6
    x[:, 2] = np.arange(200)
    x[:50, 3] = 0.0
    x[199] = x[0]
    text = said(seen(x))
    assert "row 8, column 2" in text
    assert "one value comes again and again" in text
    assert "repeat another row" in text


def test_a_column_that_counts_rows_is_named():
    x = DRAWN.normal(size=(200, 2))
    x[:, 1] = np.arange(200)
    assert "column 2 counts the rows" in said(seen(x))


def test_few_columns_are_doubted_and_no_more_than_a_code_has():
    part = "can hardly tell laws apart"
    assert Budget().latents == FEW
    assert part in said(seen(DRAWN.normal(size=(200, FEW))))
    assert part not in said(seen(DRAWN.normal(size=(200, FEW + 1))))
    assert part not in said(seen(DRAWN.integers(0, 2, (200, FEW))))


def test_counts_that_scatter_too_little_are_doubted():
    assert "--levels" in said(seen(DRAWN.binomial(30, 0.3, (400, 6))))


def test_truths_are_held_exactly_by_float32():
    x = rows(TRUTHS["negative binomial"], 800, 12, seeded(0))
    assert torch.equal(x, x.round())
