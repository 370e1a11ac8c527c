import re

import markdown
import pytest

from snippets.build.code import SHOWN, allowed, fence, marked
from snippets.store import ROOT

SOURCE = "def f(x):  # why\n    return x < 1\n"


def page(text):
    fences = {"name": "python", "class": "", "format": fence}
    settings = {"custom_fences": [fences | {"validator": allowed}]}
    name = "pymdownx.superfences"
    return markdown.markdown(
        text, extensions=[name], extension_configs={name: settings}
    )


def test_keywords_and_comments_are_marked_and_nothing_else():
    classes = re.findall(r'class="(\w+)"', marked(SOURCE))
    assert classes == ["k", "c1", "k"]


def test_what_is_marked_is_what_the_style_sheet_knows():
    style = (ROOT / "docs/assets/style/code.css").read_text()
    known = re.findall(r"\.highlight :is\(([^)]*)\)", style)
    named = {name.strip(" .") for n in known for name in n.split(",")}
    assert named == SHOWN


def test_the_text_of_the_code_is_kept():
    plain = re.sub("<[^>]+>", "", marked(SOURCE))
    assert plain == SOURCE.replace("<", "&lt;")


def test_a_block_carries_its_title():
    made = page(f'```python title="a<b.py"\n{SOURCE}```')
    assert '<span class="filename">a&lt;b.py</span>' in made
    assert '<div class="language-python highlight">' in made


@pytest.mark.parametrize("given", ["linenums", "hl_lines"])
def test_an_option_that_would_be_ignored_is_not_taken(given):
    assert not allowed("python", {given: "1"}, {}, {}, None)
