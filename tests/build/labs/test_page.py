"""What a cell says becomes what a page says."""

import pytest
from nbformat import v4

from snippets.build.labs.execute import LabFailed
from snippets.build.labs.page import markdown
from snippets.build.labs.source import Lab

HEAD = v4.new_markdown_cell("# Title\n\nLead.\n\nMore.")
CAPTION = "The finding\n\nHow to\nread it.\n\n<!-- What it shows. -->"
SVG = (
    '<svg xmlns="w" width="435pt" height="90pt" viewBox="0 0 435 90">'
    '<path style="stroke: {}"/></svg>'
)


def cell(source, *outputs, tags=()):
    metadata = {"tags": list(tags)}
    outputs = list(outputs)
    return v4.new_code_cell(source, metadata=metadata, outputs=outputs)


def said(text, name="stdout"):
    return v4.new_output("stream", name=name, text=text)


def drawn(colour="#c8400e"):
    data = {"image/svg+xml": 2 * SVG.format(colour)}
    return v4.new_output("display_data", data=data)


def caption(text=CAPTION):
    return v4.new_markdown_cell(text, metadata={"tags": ["figure"]})


def page(*cells):
    return markdown(Lab("a_lab"), v4.new_notebook(cells=[HEAD, *cells]))


def test_the_head_offers_the_lab_to_take_along():
    head = page()
    assert head.startswith("# Title\n\nLead.\n{.lead}\n\n[Notebook](")
    assert "../generated/labs/a_lab.ipynb" in head
    assert "(a_lab.py)" in head
    assert head.endswith("More.\n")


def test_what_was_printed_stands_below_its_code():
    text = page(cell("print('a < b')", said("a < b\n\nc\n")))
    assert "```python\nprint('a < b')\n```" in text
    assert ">\na &lt; b\n\nc\n</pre>" in text


def test_a_table_scrolls_where_a_phone_cannot_hold_it():
    row = f"law{40 * ' '}nats"
    text = page(cell("f()", said(f"seen\n{row}\n{row}\nTake it.\n")))
    inside = text[text.index('tabindex="0"') : text.index("</span>")]
    assert inside.count(row) == 2
    assert "Take it." not in inside
    assert "tabindex" not in page(cell("f()", said("law  nats\n")))
    assert "tabindex" not in page(cell("f()", said(row)))
    assert "tabindex" not in page(cell("f()", said(40 * "word ")))


def test_a_value_is_shown_as_it_prints():
    data = {"text/plain": "'x'"}
    out = v4.new_output("execute_result", data=data)
    assert ">\n'x'\n</pre>" in page(cell("'x'", out))


def test_a_figure_has_finding_caption_and_alternative_text():
    text = page(cell("draw()", drawn()), caption())
    assert '<p class="finding">The finding</p>' in text
    assert '<figcaption markdown="span">How to read it. <' in text
    assert text.count("What it shows.</title>") == 2
    assert "<!--" not in text


def test_a_figure_leads_to_the_lab_and_to_its_numbers():
    text = page(cell("draw()", drawn()), caption())
    assert "[code](/labs/a_lab.py)" in text
    assert "[data](/generated/labs/a-lab-2.json)" in text


def test_a_figure_follows_the_theme_at_two_widths():
    text = page(cell("draw()", drawn()), caption())
    assert text.count('stroke="var(--gaussian)"') == 2
    assert 'class="plot plot--column"' in text
    assert 'width="328" height="120"' in text


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ([cell("f()", said("late", "stderr"))], "stderr: late"),
        ([cell("f()", drawn())], 'tagged "figure"'),
        ([cell("f()", drawn()), caption("Words.")], 'tagged "figure"'),
        ([cell("f()", drawn("#123456")), caption()], "colour #123456"),
        ([cell("f()"), caption()], "no figure"),
    ],
)
def test_what_a_page_cannot_show_is_named(cells, reason):
    with pytest.raises(LabFailed, match=reason) as caught:
        page(*cells)
    assert "docs/labs/a_lab.py, cell 2 ('f()')" in str(caught.value)


def test_cells_of_a_solution_are_folded_together():
    text = page(
        cell("one", tags=["solution"]),
        cell("two", tags=["solution"]),
        cell("three"),
    )
    assert text.count("<details") == 1
    inside = text[text.index("<details") : text.index("</details>")]
    assert "one" in inside
    assert "two" in inside
    assert "three" not in inside
