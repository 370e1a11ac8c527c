"""Python-Markdown extension: tables for a phone and for the ear.

One that is too wide scrolls; a corner without words heads nothing.
"""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

ROOM = 4  # columns that fit the smallest screen


def _wrap(table: Element) -> None:
    """Puts the table, in place, into a box the keyboard can reach."""
    inner = Element("table", table.attrib)
    inner.text = table.text
    inner.extend(table)
    tail = table.tail
    table.clear()
    table.tag, table.tail = "div", tail
    table.attrib = {
        "class": "wide",
        "tabindex": "0",
        "role": "group",
        "aria-label": "table",
    }
    table.append(inner)


def _plain_corner(row: Element) -> None:
    """A header cell that says nothing is no header."""
    for cell in row:
        if cell.tag == "th" and not "".join(cell.itertext()).strip():
            cell.tag = "td"


class _Wide(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in list(root.iter("table")):
            row = next(table.iter("tr"), Element("tr"))
            _plain_corner(row)
            if len(row) > ROOM:
                _wrap(table)


class TablesExtension(Extension):
    """Needs no setting."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register after the inline text is done, which is at 20."""
        md.treeprocessors.register(_Wide(md), "wide_tables", 8)


def makeExtension(**settings) -> TablesExtension:  # noqa: N802
    """The name that Python-Markdown looks for."""
    return TablesExtension(**settings)
