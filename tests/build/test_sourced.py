"""A figure's caption ends with where its code and numbers are."""

import markdown
import pytest

FIGURE = """<figure markdown>
<p class="finding">It holds.</p>
<div class="chart" markdown="0">
--8<-- "{path}"
</div>
<figcaption markdown="span">How to *read* it.</figcaption>
</figure>
"""
LADDER = "docs/generated/index/ladder.html"


def page(text):
    extensions = ["snippets.build.sourced", "md_in_html", "attr_list"]
    return markdown.markdown(text, extensions=extensions)


def test_the_caption_links_to_code_and_data_of_the_claim():
    text = page(FIGURE.format(path=LADDER))
    caption = text[text.index("<figcaption") :]
    assert "How to <em>read</em> it." in caption
    assert '<a href="/generated/index/code.txt">code</a>' in caption
    assert 'href="/generated/index/data.json">data</a>' in caption
    assert 'download="index.json"' in caption
    assert "data-search-exclude" in caption


def test_each_figure_names_its_own_claim():
    other = FIGURE.format(path="docs/generated/model/grid.html")
    text = page(FIGURE.format(path=LADDER) + "\n" + other)
    assert text.count("index/data.json") == 1
    assert text.count("model/data.json") == 1


def test_a_picture_on_the_page_names_its_claim_too():
    picture = '<img alt="Six." src="../generated/model/input.png">'
    include = f'--8<-- "{LADDER}"'
    text = page(FIGURE.format(path=LADDER).replace(include, picture))
    assert 'href="/generated/model/code.txt"' in text


@pytest.mark.parametrize("path", ["docs/a.html", "docs/generated/a.md"])
def test_what_no_claim_drew_stays_as_it_is(path):
    assert "data" not in page(FIGURE.format(path=path))
