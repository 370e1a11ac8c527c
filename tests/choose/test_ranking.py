"""The order of laws, and what is within its error."""

import pytest
import torch

from snippets.choose.fitting import Fit
from snippets.choose.looking import look
from snippets.choose.proposing import propose
from snippets.choose.ranking import Ranking
from snippets.choose.reading import read
from snippets.choose.standing import bulk, error, ordered
from snippets.choose.telling import choice, remarks, report


def fits(above, noise=0.3):
    """Three counting laws that cost so much more than the last."""
    part = look(read("digits")).parts[0]
    laws = propose(part)[0][:3]
    drawn = torch.Generator().manual_seed(0)
    found = {}
    for law, extra in zip(laws, above, strict=True):
        nats = 90 + extra + noise * torch.randn(4, 99, generator=drawn)
        alone = torch.full((99,), 120.0 + extra)
        found[law] = Fit(nats, alone, 9.0, 1000)
    used = len(part.values) - 7
    return Ranking(part, ordered(found), {}, 99, used), laws


def test_the_error_of_paired_rows_is_that_of_a_mean():
    above = torch.arange(10.0).repeat(1, 1)
    assert error(above) == pytest.approx(9.1667**0.5 / 10**0.5, 1e-3)


def test_trainings_that_differ_widen_the_error():
    rows = torch.randn(
        4, 99, generator=torch.Generator().manual_seed(0)
    )
    apart = rows + torch.tensor([[0.0], [1.0], [2.0], [3.0]])
    assert error(apart) > (5 / 3 / 4) ** 0.5
    assert error(rows) < 0.2


def test_among_laws_that_tie_the_simplest_is_chosen():
    ranking, laws = fits([0.001, 0.0, 5.0], noise=2.0)
    assert ranking.choice.law is laws[0]
    assert not ranking.laws[-1].tied


def test_a_law_that_is_clearly_first_is_chosen_and_said():
    ranking, laws = fits([5.0, 3.0, 0.0])
    assert ranking.choice.law is laws[2]
    text = choice(ranking)
    assert text.startswith(f"Take {laws[2].name}: 99 rows")
    assert laws[1].name in text


def test_the_report_has_a_line_for_each_law_and_the_doubts():
    ranking, laws = fits([5.0, 3.0, 0.0])
    text = report(ranking)
    for law in laws:
        assert f"\n{law.name}" in text
    said = " ".join(remarks(ranking))
    assert f"without one, {laws[2].name}." in said
    assert "1,790 of 1,797 rows were drawn" in said
    assert "±" in text


def test_an_order_that_hangs_on_a_few_rows_is_doubted():
    above = torch.full((2, 100), -0.1)
    above[:, 3] = 50.0
    assert above.mean() > 0
    assert bulk(above) == pytest.approx(-0.1)
