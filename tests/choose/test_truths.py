"""With a known truth, its law is first or within one error of it."""

from dataclasses import replace

import pytest
import torch
from jaxtyping import config

from snippets.choose.budget import Budget
from snippets.choose.looking import look
from snippets.choose.ranking import rank
from snippets.choose.reading import as_table
from snippets.choose.truths import TRUTHS, rows
from snippets.vae.dataset import seeded

ROWS, COLUMNS = 700, 8
# Short, so the decoders are as straight as the truths.
SHORT = Budget(
    trainings=2,
    steps=75,
    encoder=(32,),
    decoder=(),
    latents=2,
    learning_rate=4e-2,
    looks=5,
    codes=50,
)
# A Gaussian is told from a Student's t only when both are at rest.
LONG = replace(SHORT, steps=150, learning_rate=3e-2, looks=6)


@pytest.fixture(params=range(5))
def seed(request):
    """Shapes are checked for one seed; four more show nothing new."""
    config.update("jaxtyping_disable", request.param > 0)
    yield request.param
    config.update("jaxtyping_disable", False)


@pytest.mark.parametrize("name", TRUTHS)
def test_the_true_law_is_first_or_within_one_error(name, seed):
    truth = TRUTHS[name]
    x = rows(truth, ROWS, COLUMNS, seeded(seed)).double().numpy()
    # A real column that happens to stay above 0 is a part of its own.
    parts = look(as_table(x, "", ())).parts
    part = max(parts, key=lambda part: len(part.names))
    budget = LONG if truth.space == "real" else SHORT
    ranking = rank(part, budget)
    (own,) = [r for r in ranking.laws if r.law.name == truth.law]
    assert own.tied, [
        (r.law.name, r.above, r.error) for r in ranking.laws
    ]


def test_shuffled_columns_leave_nothing_for_a_code():
    x = rows(TRUTHS["Gaussian"], ROWS, 4, seeded(0))
    order = [
        torch.randperm(ROWS, generator=seeded(s)) for s in range(4)
    ]
    apart = torch.stack([x[o, j] for j, o in enumerate(order)], 1)
    (part,) = look(as_table(apart.double().numpy(), "", ())).parts
    best = rank(part, LONG).choice
    assert best.nats > best.alone - 0.1
