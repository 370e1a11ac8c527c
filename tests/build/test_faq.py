"""The page of questions is made from one list."""

import jinja2
import pytest

from snippets.build import faq

WORDS = {"claim": {"rate": "5.8 nats"}}
QUESTION = {
    "ask": "Why?",
    "answer": "Because of [[ claim.rate ]]: $\\frac{a}{b}$.",
    "proved": "vae/elbo.md#derive-it",
    "asked": ["Cross Validated 1", "some/code/pull/2"],
}


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Cross Validated 7", "https://stats.stackexchange.com/q/7"),
        ("Data Science 7", "https://datascience.stackexchange.com/q/7"),
        ("a.b/c-d/issues/7", "https://github.com/a.b/c-d/issues/7"),
        ("a/b/pull/7", "https://github.com/a/b/pull/7"),
    ],
)
def test_a_thread_is_a_link(name, address):
    assert faq.thread(name).endswith(f"]({address})")


@pytest.mark.parametrize(
    "name", ["Cross Validated", "Reddit 7", "a/b 7", "a/issues/7", ""]
)
def test_an_unknown_thread_stops_the_build(name):
    with pytest.raises(faq.UnknownThread, match=r"questions\.yml"):
        faq.thread(name)


def test_an_answer_takes_its_numbers_from_the_measurements():
    said = faq.fill(QUESTION["answer"], WORDS)
    assert said == "Because of 5.8 nats: $\\frac{a}{b}$."


def test_an_unknown_number_stops_the_build():
    with pytest.raises(jinja2.UndefinedError, match="nowhere"):
        faq.fill("[[ claim.nowhere ]]", WORDS)


def test_below_an_answer_stand_its_proof_and_its_threads():
    text = faq.entry(QUESTION, WORDS)
    assert text.startswith("### Why?\n\nBecause")
    assert "[The bound](vae/elbo.md#derive-it)" in text
    assert "[some/code 2](https://github.com/some/code/pull/2)" in text


def test_questions_stand_under_their_groups(tmp_path):
    path = tmp_path / "questions.yml"
    path.write_text(f"Group:\n  1: {QUESTION!r}\n")
    made = faq.pages(path, WORDS)["faq/list.md"].decode()
    assert made.startswith("## Group\n\n### Why?\n")
