"""A term is explained once a page, from one list."""

import re
from pathlib import Path

import markdown
import pytest
import yaml

from snippets.build import glossary

SOURCE = Path(__file__).parents[2] / "docs/glossary.yml"
HOVER = "\n\n*[nat]: unit\n*[nats]: unit\n*[rate]: KL\n"


def page(text):
    extensions = ["abbr", "snippets.build.glossary"]
    return markdown.markdown(text + HOVER, extensions=extensions)


@pytest.fixture
def made(tmp_path):
    file = tmp_path / "glossary.yml"
    file.write_text("rate: The KL.\nnat | nats: A\n  unit.\n")
    return glossary.pages(file)


def test_the_first_mention_alone_is_explained():
    assert page("A nat and a nat.") == (
        '<p>A <abbr title="unit">nat</abbr> and a nat.</p>'
    )


def test_two_forms_are_one_term():
    assert page("A nat, two nats.").count("<abbr") == 1


def test_two_terms_are_explained_each():
    assert page("A nat of rate.").count("<abbr") == 2


@pytest.mark.parametrize(
    "text", ["# A nat", "[a nat](b.md)", "`nat`", "[**nat**](b.md)"]
)
def test_headings_links_and_code_stay_plain(text):
    assert "<abbr" not in page(text)


def test_a_plain_mention_does_not_count():
    assert page("# A nat\n\nOne nat.").count("<abbr") == 1


def test_no_letter_is_lost():
    text = page("A nat *b nat c* nat d, nat nat.")
    assert re.sub("<[^>]*>", "", text) == (
        "A nat b nat c nat d, nat nat."
    )


def test_a_page_may_say_every_form(made):
    lines = made["glossary/abbr.md"].decode().splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "*[nat]",
        "*[nats]",
        "*[Nat]",
        "*[Nats]",
        "*[rate]",
        "*[Rate]",
    ]


def test_the_list_is_sorted_and_names_a_term_once(made):
    text = made["glossary/list.md"].decode()
    assert text == "nat\n:   A unit.\n\nrate\n:   The KL.\n"


def test_no_two_terms_claim_one_word():
    terms = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    forms = [form.strip() for key in terms for form in key.split("|")]
    assert len(forms) == len(set(forms))
