"""What the page says of the code is true of the code."""

import pytest

from snippets.pages.how_it_is_made import (
    STATIONS,
    between,
    measure,
    station,
    words,
)

FOUND = {
    "files": {"a": 2, "b": 3},
    "imports": [[0, 1, 4], [1, 0, 5], [2, 0, 6]],
    "between_claims": 7,
}


def test_imports_lead_against_the_flow_and_never_with_it():
    found = measure()
    assert words(found)["right"] == "0"
    assert sum(n for *_, n in found["imports"]) > 400
    assert found["between_claims"] == 0


def test_every_station_has_files():
    assert min(measure()["files"].values()) > 10


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("snippets.vae.elbo", "the machine"),
        ("snippets.measures.twins", "measures"),
        ("snippets.figures.parts.panels", "figures"),
        ("snippets.build.style", "figures"),
        ("snippets.build.stamps", "the build"),
        ("snippets.why_not_mse.one_curve", "claims"),
    ],
)
def test_a_file_stands_where_its_work_is_done(module, name):
    assert station(module) == list(STATIONS).index(name)


def test_what_readers_call_stands_beside_the_flow():
    assert station("snippets.choose.ranking") is None


def test_imports_are_told_apart_by_their_direction():
    assert words(FOUND) == {
        "files": "5",
        "left": "11",
        "right": "4",
        "across": "7",
    }


def test_two_claims_are_known_as_such():
    one, other = "snippets.why_not_mse.a", "snippets.why_bernoulli.b"
    assert between(one, other)
    assert not between(one, one)
    assert not between(one, "snippets.why_bernoulli")
    assert not between(one, "snippets.measures.b")
