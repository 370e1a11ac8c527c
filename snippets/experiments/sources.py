"""Names for the code that an experiment runs through."""

import hashlib
from pathlib import Path

from snippets.store import ROOT
from snippets.weights import bare

SNIPPETS = ROOT / "snippets"


def code(*names: str) -> str:
    """A hash of modules or folders; a comment does not enter."""
    paths: list[Path] = []
    for name in names:
        path = SNIPPETS / name
        found = sorted(path.glob("*.py")) if path.is_dir() else [path]
        paths += [p for p in found if p.name != "command.py"]
    read = hashlib.sha256()
    for path in paths:
        read.update(bare(path.read_text()).encode())
    return read.hexdigest()[:8]
