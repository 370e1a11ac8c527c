"""What people ask is answered, and the answer leads to its proof."""

import re
from pathlib import Path

import pytest
import yaml

from snippets.build.faq import thread

ROOT = Path(__file__).parents[1]
GROUPS = yaml.safe_load((ROOT / "docs/questions.yml").read_text())
QUESTIONS = {
    number: question
    for group in GROUPS.values()
    for number, question in group.items()
}
HEADING = re.compile(r'<h[23] id="([^"]+)"')
END = re.compile(r"[.?!](?=\s|$)")


def headings(page):
    """The ids of a built page's sections."""
    built = ROOT / "site" / page.removesuffix(".md") / "index.html"
    return HEADING.findall(built.read_text())


def test_all_questions_are_there():
    assert sorted(QUESTIONS) == list(range(1, 28))
    assert sum(map(len, GROUPS.values())) == 27


@pytest.mark.parametrize("number", QUESTIONS)
def test_a_question_leads_to_the_heading_that_answers_it(number):
    page, anchor = QUESTIONS[number]["proved"].split("#")
    assert anchor in headings(page)


@pytest.mark.parametrize("number", QUESTIONS)
def test_an_answer_has_at_most_three_sentences(number):
    answer = QUESTIONS[number]["answer"]
    assert 1 <= len(END.findall(answer)) <= 3
    assert len(answer.split()) <= 100


@pytest.mark.parametrize("number", QUESTIONS)
def test_a_question_was_asked_in_a_public_thread(number):
    question = QUESTIONS[number]
    assert question["ask"].endswith("?")
    links = [thread(name) for name in question["asked"]]
    assert links
    assert len(links) == len(set(links))


def test_the_page_shows_every_question_under_its_own_heading():
    page = (ROOT / "site/faq/index.html").read_text()
    shown = page[page.index("<article") : page.index("</article>")]
    assert len(re.findall("<h2 ", shown)) == len(GROUPS)
    assert len(re.findall("<h3 ", shown)) == len(QUESTIONS)
    assert shown.count('class="below"') == len(QUESTIONS)
