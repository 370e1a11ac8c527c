"""What came out of a lab, until something that it needs changes."""

import nbformat
from nbformat import NotebookNode

from snippets.build import stamps
from snippets.build.labs.execute import run
from snippets.build.labs.source import Lab


def stamp_of(lab: Lab) -> str:
    """The name under which its outputs are kept."""
    return f"lab-{lab.name}"


def is_run(lab: Lab) -> bool:
    """Whether its outputs are those of this code."""
    stamp = stamps.read(stamp_of(lab))
    return stamp.get("source") == lab.fingerprint()


def executed(lab: Lab) -> NotebookNode:
    """The lab with its outputs; it runs only where that is due."""
    if is_run(lab):
        kept = stamps.read(stamp_of(lab))["notebook"]
        return nbformat.from_dict(kept)
    source = lab.fingerprint()
    notebook = run(lab)
    stamp = {"source": source, "notebook": notebook}
    stamps.keep(stamp_of(lab), stamp)
    return notebook
