"""Python-Markdown extension: TeX becomes MathML while building.

It follows pymdownx.arithmatex (generic), which marks the TeX. All
formulas of a page are converted together, so that one numbering runs
through the page and a reference may stand before its equation.
"""

import html
import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from snippets.build.mathml import LABEL, BadMaths, convert

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# No line may begin with the comma behind a formula.
_CLOSING = re.compile(r"[.,;:!?)\]]*")
ROOM = 24  # signs in a row that surely fit the smallest screen

_LONE_LINK = re.compile(
    r'<math[^>]*><mtext>(<a href="#[^"]+">\([^<]*\)</a>)</mtext></math>'
)


def _marked(root: Element) -> list[Element]:
    return [e for e in root.iter() if e.get("class") == "arithmatex"]


def _tex(element: Element) -> str:
    # Displayed TeX arrives escaped, TeX within a line does not.
    return html.unescape("".join(element.itertext())).strip()


def _may_overflow(mathml: str) -> bool:
    rows = mathml.split("</mtr>")
    return any(len(re.sub(r"<[^>]*>", "", r)) > ROOM for r in rows)


def _displayed(element: Element, mathml: str) -> str:
    """Gives the element the labels of its equations as ids.

    MkDocs checks links against ids in the tree, not in the MathML.
    """
    labels = [label for _, label in LABEL.findall(mathml)]
    if len(labels) == 1:
        element.set("id", labels[0])
    else:
        # One element has one id: the others stand on empty ones.
        for label in labels:
            SubElement(element, "span", id=label)
    if _may_overflow(mathml):
        # What scrolls must be reachable by the keyboard.
        element.set("tabindex", "0")
        element.set("role", "group")
        element.set("aria-label", "equation")
    return LABEL.sub(r"\1", mathml)


class _Maths(Treeprocessor):
    def __init__(self, md: Markdown, macros: dict[str, str]) -> None:
        super().__init__(md)
        self.macros = macros

    def run(self, root: Element) -> None:
        for heading in root.iter():
            if heading.tag in HEADINGS and _marked(heading):
                tex = _tex(_marked(heading)[0])
                raise BadMaths(f"maths in a heading: {tex}")
        elements = _marked(root)
        texts = [_tex(element) for element in elements]
        items = [(t[2:-2].strip(), t[1] == "[") for t in texts]
        pieces = convert(items, self.macros)
        for element, item, mathml in zip(
            elements, items, pieces, strict=True
        ):
            self._put(element, mathml, displayed=item[1])

    def _put(
        self, element: Element, mathml: str, displayed: bool
    ) -> None:
        del element[:]
        closing = ""
        if displayed:
            mathml = _displayed(element, mathml)
        elif element.tail:
            closing = _CLOSING.match(element.tail)[0]
            element.tail = element.tail.removeprefix(closing)
        # A reference alone is a link; a link inside maths is not one
        # to every reader.
        mathml = _LONE_LINK.sub(r"\1", mathml)
        stashed = self.md.htmlStash.store(mathml) + closing
        if len(element):
            element[-1].tail = stashed
            element.text = None
        else:
            element.text = stashed


class MathsExtension(Extension):
    """What stands in mkdocs.yml."""

    def __init__(self, **settings) -> None:
        """`macros` are TeX macros: name without backslash -> body."""
        self.config = {"macros": [{}, "TeX macros"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register; before MkDocs collects the ids, which is at 5."""
        processor = _Maths(md, self.getConfig("macros"))
        md.treeprocessors.register(processor, "maths", 6)


def makeExtension(**settings) -> MathsExtension:  # noqa: N802
    """The name that Python-Markdown looks for."""
    return MathsExtension(**settings)
