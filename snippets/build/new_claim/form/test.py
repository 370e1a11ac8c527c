"""TITLE: what must hold if it is true."""

import pytest

from snippets.QUESTION.NAME import (
    words,
)


# new claim: name the test after the fact, and compute the equation in
# another way: by hand, by scipy, by torch.distributions.
@pytest.mark.equation("eq:LABEL")
def test_the_fact_behind_the_claim():
    said = words({"rate": [4.0, 6.0]})
    assert said["rate"] == "what must hold, and can fail"
