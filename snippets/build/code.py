"""Python on a page: keywords and comments are marked, nothing else.

The page shows code by weight and slant, not by colour, so a span for
each name and bracket would be weight without use: four fifths of the
tags of a page, which readers load and the search index reads.
"""

import html
from functools import cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

SHOWN = {"k", "kn", "kc", "ow", "c1", "sd"}  # as in style/code.css


class Sparse(HtmlFormatter):
    """Spans only for the tokens that the style sheet knows."""

    def _get_css_classes(self, ttype: object) -> str:
        name = self._get_css_class(ttype)
        return name if name in SHOWN else ""


# While serving, most blocks of a page are as they were.
@cache
def marked(source: str) -> str:
    """HTML of the code, without a frame around it."""
    return highlight(source, PythonLexer(), Sparse(nowrap=True))


def allowed(
    language: str, inputs: dict, options: dict, attrs: dict, md: object
) -> bool:
    """What may stand behind ```python: a title, and nothing else."""
    if set(inputs) - {"title"}:
        return False
    options.update(inputs)
    return True


def fence(
    source: str,
    language: str,
    class_name: str,
    options: dict,
    md: object,
    **others: object,
) -> str:
    """One block as the theme expects it, with a button to copy."""
    title = html.escape(options.get("title", ""))
    name = f'<span class="filename">{title}</span>' if title else ""
    code = f"<pre><span></span><code>{marked(source)}</code></pre>"
    return f'<div class="language-python highlight">{name}{code}</div>'
