import pytest

from snippets.build.claims import UnknownClaim, chosen, collect
from snippets.experiments import Experiment
from snippets.vae.training import Run


def test_both_questions_and_the_front_page_are_collected():
    names = collect()
    assert {"index", "mse_hides_a_variance", "elbo"} <= set(names)
    assert "__init__" not in names


@pytest.mark.parametrize("name", collect())
def test_every_claim_keeps_the_contract(name):
    module = collect()[name].load()
    assert all(isinstance(run, Run | Experiment) for run in module.RUNS)
    for part in ("measure", "words", "draw"):
        assert callable(getattr(module, part))


def test_an_unknown_claim_is_refused_in_one_line():
    with pytest.raises(UnknownClaim, match="known: ") as error:
        chosen(["nothing"])
    assert "\n" not in str(error.value)
