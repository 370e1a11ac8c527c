"""One list of terms: explained under the pointer, and on a page."""

from pathlib import Path
from xml.etree.ElementTree import Element

import yaml
from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

# Where a term stays plain: what is a link, a title or a label.
TAGS = {"a", "code", "dl", "figcaption", "summary", "th"}
TAGS |= {"h1", "h2", "h3", "h4"}
CLASSES = {"admonition-title", "finding"}


def _forms(key: str) -> list[str]:
    """`nat | nats` -> nat, nats, Nat, Nats: what a page may say."""
    written = [form.strip() for form in key.split("|")]
    raised = [form[0].upper() + form[1:] for form in written]
    return list(dict.fromkeys(written + raised))


def pages(path: Path) -> dict[str, bytes]:
    """The two files that Markdown takes the terms from.

    `path` holds YAML, `term | another form: definition`. The result
    holds `abbr.md`, appended to every page, and `list.md`, shown on
    the page of the glossary.
    """
    terms = yaml.safe_load(path.read_text(encoding="utf-8"))
    hover, listed = [], []
    for key in sorted(terms, key=str.lower):
        forms, text = _forms(key), " ".join(terms[key].split())
        hover += [f"*[{form}]: {text}" for form in forms]
        listed.append(f"{forms[0]}\n:   {text}\n")
    return {
        "glossary/abbr.md": ("\n".join(hover) + "\n").encode(),
        "glossary/list.md": "\n".join(listed).encode(),
    }


class _First(Treeprocessor):
    """Explains a term once a page, and never in a heading or link."""

    def run(self, root: Element) -> None:
        self.seen: set[str] = set()
        self.visit(root, plain=False)

    def visit(self, parent: Element, plain: bool) -> None:
        for child in list(parent):
            classes = set(child.get("class", "").split())
            inside = plain or child.tag in TAGS or classes & CLASSES
            if child.tag != "abbr":
                self.visit(child, bool(inside))
            elif inside or child.get("title") in self.seen:
                _unwrap(parent, child)
            else:
                self.seen.add(child.get("title"))


def _unwrap(parent: Element, child: Element) -> None:
    text = (child.text or "") + (child.tail or "")
    place = list(parent).index(child)
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)


class GlossaryExtension(Extension):
    """Works on what the `abbr` extension has marked."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register after abbr (7), before headings are read (5)."""
        md.treeprocessors.register(_First(md), "glossary", 6.5)


def makeExtension(**settings) -> GlossaryExtension:  # noqa: N802
    """The name that Python-Markdown looks for."""
    return GlossaryExtension(**settings)
