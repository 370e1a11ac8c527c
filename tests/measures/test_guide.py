"""Each law that the guide names exists, with the claimed support."""

import re
from pathlib import Path

import pytest
import torch
from torch.distributions import Multinomial

from snippets.figures.parts.guide_rows import GROUPS
from snippets.measures.guide import (
    LAWS,
    N,
    admits,
    named,
    tried,
    written,
)

PAGE = (
    Path(__file__).parents[2]
    / "docs/why_not_mse/the_sample_space_decides.md"
)
# Torch has none of these.
OURS = {"betabinomial", "discretisedlogistic", "dirichletmultinomial"}


def known():
    """Names as the prose writes them: in one, without case."""
    return {named(each).lower() for each in LAWS} | OURS


def plain(text):
    """Letters only; the library calls the Gaussian a Normal."""
    text = re.sub(r"<[^>]+>|\]\([^)]*\)", "", text)
    text = re.sub(r"[^a-z]", "", text.lower())
    return {"gaussian": "normal", "gaussianlearned": "normal"}.get(
        text, text
    )


@pytest.mark.parametrize("each", LAWS, ids=named)
def test_a_law_has_the_support_that_the_guide_claims(each):
    assert all(admits(each, outcome) for outcome in each.inside)
    assert not any(admits(each, outcome) for outcome in each.outside)


@pytest.mark.parametrize("each", LAWS, ids=named)
def test_a_claimed_outcome_has_a_finite_cost(each):
    for outcome in each.inside[:1]:
        value = torch.tensor(outcome, dtype=torch.float32)
        assert each.law.log_prob(value).isfinite()


def test_every_law_of_the_table_is_a_law_that_was_asked():
    text = PAGE.read_text()
    table = text[text.index("| A value can be") :]
    rows = table[: table.index("\n\n")].splitlines()[2:-1]
    for row in rows:
        for law in row.split(" | ")[1].split(", "):
            assert plain(law) in known(), law


def test_every_law_of_the_tree_is_a_law_that_was_asked():
    for leaf in (leaf for group in GROUPS.values() for leaf in group):
        for law in leaf.law.split(" or ".replace(" ", "\n", 1)):
            for each in law.replace("\nor ", "|").split("|"):
                assert plain(each) in known(), each


def test_a_multinomial_lets_a_smaller_total_pass():
    law = next(
        each.law for each in LAWS if named(each) == "Multinomial"
    )
    assert isinstance(law, Multinomial)
    short = torch.tensor([2.0, 3.0, 4.0])
    assert short.sum() < N
    assert law.log_prob(short).isfinite()


def test_a_gamma_and_a_beta_let_their_ends_pass():
    for name, ends in (("Gamma", [0.0]), ("Beta", [0.0, 1.0])):
        each = next(law for law in LAWS if named(law) == name)
        assert each.law.support.check(torch.tensor(ends)).all()
        at_ends = each.law.log_prob(torch.tensor(ends))
        assert (at_ends == -torch.inf).all()


def test_outcomes_are_written_as_in_print():
    assert written((1, 0, -1)) == "(1, 0, −1)"
    assert written(float("nan")) == "NaN"
    assert tried()["LogNormal"]["refuses"] == ["0", "−1"]
