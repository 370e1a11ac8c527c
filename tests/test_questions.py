"""What people ask is answered under a heading of its own."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
QUESTIONS = yaml.safe_load((ROOT / "docs/questions.yml").read_text())
HEADING = re.compile(r'<h[23] id="([^"]+)"')


def headings(page):
    """The ids of a built page's sections."""
    built = ROOT / "site" / page.removesuffix(".md") / "index.html"
    return HEADING.findall(built.read_text())


@pytest.mark.parametrize("number", QUESTIONS)
def test_a_question_leads_to_the_heading_that_answers_it(number):
    page, anchor = QUESTIONS[number]["answer"].split("#")
    assert anchor in headings(page)


def test_every_question_says_where_it_was_asked():
    for number, question in QUESTIONS.items():
        assert question["ask"].endswith("?"), number
        assert question["asked"], number
