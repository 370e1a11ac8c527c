"""What may scroll can be reached."""

import markdown
import pytest


def page(columns):
    row = "| " + " | ".join("abcdefg"[:columns]) + " |"
    rule = "|" + "--|" * columns
    return markdown.markdown(
        f"{row}\n{rule}\n{row}\n\nAfter.",
        extensions=["tables", "snippets.build.tables"],
    )


@pytest.mark.parametrize(("columns", "boxes"), [(4, 0), (5, 1)])
def test_only_a_wide_table_has_a_box_that_scrolls(columns, boxes):
    assert page(columns).count('tabindex="0"') == boxes


def test_a_wide_table_is_kept_whole():
    text = page(5)
    assert text.count("<th>") == text.count("<td>") == 5
    assert text.count("<table>") == text.count("</table>") == 1


def test_what_follows_a_wide_table_stays_outside():
    assert page(5).endswith("</div>\n<p>After.</p>")


def test_an_empty_corner_is_no_header():
    text = markdown.markdown(
        "| | a |\n|--|--|\n| b | 1 |",
        extensions=["tables", "snippets.build.tables"],
    )
    assert text.count("<th>") == 1
    assert "<th></th>" not in text
