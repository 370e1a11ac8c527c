"""The page of symbols is made from one list."""

import pytest

from snippets.build import notation

SYMBOL = {"is": "the rate", "range": "nats", "first": "vae/elbo.md#a"}


def test_a_symbol_is_a_row_that_leads_to_its_first_use():
    assert notation.row("R", SYMBOL) == (
        "| $R$ | the rate | nats | [The bound](vae/elbo.md#a) |"
    )


def test_other_meanings_lead_to_their_pages():
    also = {"a factor": "vae/model.md#b", "a law": "vae/model.md#c"}
    row = notation.row("R", {**SYMBOL, "also": also})
    assert "the rate; also [a factor](vae/model.md#b), [a law]" in row


def test_each_group_is_a_table(tmp_path):
    path = tmp_path / "notation.yml"
    path.write_text(f"Laws:\n  R: {SYMBOL}\nCosts:\n  L: {SYMBOL}\n")
    made = notation.pages(path)["notation/list.md"].decode()
    assert made.count("## ") == 2
    assert made.count(notation.HEAD) == 2


def test_a_symbol_without_its_unit_stops_the_build():
    with pytest.raises(KeyError, match="range"):
        notation.row("R", {"is": "a", "first": "vae/elbo.md#a"})
