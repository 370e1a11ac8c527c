"""What is no claim is refused in a line, and nothing is written."""

import pytest

from snippets.build.new_claim import files
from snippets.build.new_claim.__main__ import main
from snippets.build.new_claim.files import LONGEST

NEW = "networks_agree_on_rates"
OLD = "blur_is_the_mean"
QUESTION = "why_not_mse"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "NAME=blur_has_a_cause"),
        (["", QUESTION], "NAME=blur_has_a_cause"),
        (["Blur_Has_A_Cause", QUESTION], "small letters"),
        (["blur-has-a-cause", QUESTION], "small letters"),
        (["../blur_has_a_cause", QUESTION], "small letters"),
        (["blur", QUESTION], "short sentence"),
        (["test_blur_has_a_cause", QUESTION], "short sentence"),
        (["a_" * LONGEST + "z", QUESTION], f"say it in {LONGEST}"),
        ([NEW, "why_not"], "QUESTION=why_not_mse"),
        ([NEW, ""], "QUESTION=why_not_mse"),
        ([OLD, QUESTION], "stands already: take another name"),
        ([OLD, "why_bernoulli"], f"{OLD}.py stands already"),
    ],
)
def test_a_refusal_is_one_line_that_says_what_to_do(
    given, said, capsys, monkeypatch
):
    written = []
    monkeypatch.setattr(files.store, "write", written.append)
    assert main(given) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert said in printed.err
    assert written == []
