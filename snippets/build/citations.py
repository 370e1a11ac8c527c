"""Python-Markdown extension: `[@key]` becomes the reference.

In a footnote it is the source; within a sentence it is named in full.
"""

import re

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

from snippets.build.prose import CITED
from snippets.build.references import reference


class _Citation(InlineProcessor):
    def handleMatch(  # noqa: N802
        self, m: re.Match, data: str
    ) -> tuple[str, int, int]:
        stashed = self.md.htmlStash.store(reference(m[1]))
        return stashed, m.start(0), m.end(0)


class CitationsExtension(Extension):
    """Needs no setting: the works stand in docs/references.bib."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register after code (190), before links (170)."""
        processor = _Citation(CITED.pattern, md)
        md.inlinePatterns.register(processor, "citations", 176)


def makeExtension(**settings) -> CitationsExtension:  # noqa: N802
    """The name that Python-Markdown looks for."""
    return CitationsExtension(**settings)
