"""What there is, is counted by the build and by nobody else."""

from pathlib import Path

from snippets.build import census, told
from snippets.build.claims import collect

ROOT = Path(__file__).parents[2]


def test_claims_answer_a_question_and_models_count_once():
    words = census.words(collect(), ["a run", "a run", "another"])
    assert words["models"] == "2"
    pages = [
        path
        for question in ("why_bernoulli", "why_not_mse")
        for path in (ROOT / "docs" / question).glob("*.md")
        if path.stem != "index"
    ]
    assert words["claims"] == str(len(pages))


def test_tests_and_equations_are_those_of_the_tree():
    words = census.words(collect(), [])
    assert words["tests"] == f"{len(told.tests(ROOT)):,}"
    labels = {x for x in told.in_pages(ROOT) if x.startswith("\\label")}
    assert words["equations"] == f"{len(labels):,}"
    labs = list((ROOT / "docs" / "labs").glob("*.py"))
    assert words["labs"] == str(len(labs))
