"""Python-Markdown extension: each figure tells what it is made of.

It reads the text before the includes, which name the claim that drew
the figure, and ends the caption with links to code and numbers.
"""

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from snippets.build.published import CODE, DATA

_FIGURE = re.compile(r"<figure\b.*?</figure>", re.S)
_DRAWN = re.compile(r'--8<-- "docs/generated/(\w+)/\w+\.html"')
_END = "</figcaption>"
# From the root of the pages, wherever the page with the figure lies.
_LINKS = (
    ' <span class="from" data-search-exclude>'
    "[code](/generated/{name}/{code}) · "
    '[data](/generated/{name}/{data}){{ download="{name}.json" }}'
    "</span>"
)


def links(name: str) -> str:
    """Where the code and the numbers of a claim's figures lie."""
    return _LINKS.format(name=name, code=CODE, data=DATA)


def _sourced(figure: re.Match) -> str:
    drawn = _DRAWN.search(figure[0])
    if drawn is None:
        return figure[0]
    return figure[0].replace(_END, links(drawn[1]) + _END)


class _Sourced(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return _FIGURE.sub(_sourced, "\n".join(lines)).split("\n")


class SourcedExtension(Extension):
    """Needs no setting."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register before the includes, which are at 32."""
        md.preprocessors.register(_Sourced(md), "sourced", 33)


def makeExtension(**settings) -> SourcedExtension:  # noqa: N802
    """The name that Python-Markdown looks for."""
    return SourcedExtension(**settings)
