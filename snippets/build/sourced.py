"""Python-Markdown extension: each figure tells what it is made of.

It reads the text before the includes, which name the claim that drew
the figure, and ends the caption with links to code and numbers.
"""

import re
from pathlib import PurePath

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from snippets.build.published import CODE, DATA

_FIGURE = re.compile(r"<figure\b.*?</figure>", re.S)
# An include of what was drawn, or a picture on the page itself.
_DRAWN = re.compile(
    r'(?:--8<-- "docs/|src="(?:\.\./)*)'
    r'generated/(\w+)/\w+\.(?:html|png)"'
)
_END = "</figcaption>"
# From the root of the pages, wherever the page with the figure lies.
_LINKS = (
    ' <span class="from" data-search-exclude>'
    "[code](/{code}) · "
    '[data](/{data}){{ download="{name}.json" }}'
    "</span>"
)


def captioned(code: str, data: str) -> str:
    """The end of a caption; both paths count from docs/."""
    path = PurePath(data)
    own = path.stem if path.name != DATA else path.parent.name
    return _LINKS.format(code=code, data=data, name=own)


def _sourced(figure: re.Match) -> str:
    drawn = _DRAWN.search(figure[0])
    if drawn is None:
        return figure[0]
    folder = f"generated/{drawn[1]}"
    links = captioned(f"{folder}/{CODE}", f"{folder}/{DATA}")
    return figure[0].replace(_END, links + _END)


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
