"""What a reader takes along: the notebook, not yet run."""

import re

import nbformat

from snippets.build.labs.page import tags
from snippets.build.labs.source import Lab

# A page of this site, from where a notebook will lie: nowhere.
_LOCAL = re.compile(r"\[([^\]]+)\]\((?!https?://)[^)]+\)")


def portable(lab: Lab) -> str:
    """The lab as .ipynb, its solutions folded.

    Links to pages of the site would lead nowhere; their text stays.
    """
    notebook = lab.read()
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = _LOCAL.sub(r"\1", cell.source)
        elif "solution" in tags(cell):
            cell.metadata["jupyter"] = {"source_hidden": True}
    return nbformat.writes(notebook)
