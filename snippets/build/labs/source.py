"""A lab as it is written: docs/labs/NAME.py, in percent format."""

import ast
from dataclasses import dataclass
from pathlib import Path

import jupytext
from nbformat import NotebookNode

from snippets.build import stamps
from snippets.store import ROOT

FOLDER = ROOT / "docs" / "labs"
LABS = "snippets.build.labs"


class UnknownLab(ValueError):
    """No lab has this name."""


@dataclass(frozen=True)
class Lab:
    """A lab's name, which is that of its file, page and notebook."""

    name: str

    @property
    def path(self) -> Path:
        """Where it is written."""
        return FOLDER / f"{self.name}.py"

    def read(self) -> NotebookNode:
        """The notebook, not yet run; its cells have lasting ids."""
        notebook = jupytext.read(self.path)
        for place, cell in enumerate(notebook.cells, start=1):
            cell.id = f"cell-{place}"
        names = {"name": "python3", "display_name": "Python 3"}
        kernel = {"kernelspec": {**names, "language": "python"}}
        notebook.metadata = NotebookNode(kernel)
        return notebook

    def fingerprint(self) -> str:
        """Its text, all of ours that it runs through, the versions."""
        # What decides the outputs of every lab.
        modules = stamps.upstream(f"{LABS}.kernel")
        modules |= {f"{LABS}.execute", f"{LABS}.source"}
        for module in imported(self.path.read_text(encoding="utf-8")):
            modules |= stamps.upstream(module)
        files = {stamps.file_of(module) for module in modules}
        lock = ROOT / "requirements.txt"
        return stamps.digest(self.path, lock, *files)


def imported(code: str) -> set[str]:
    """The modules of ours that the code itself names."""
    known, found = stamps.graph().modules, set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module)
            # What is imported from a package may be a module of it.
            found |= {f"{node.module}.{a.name}" for a in node.names}
    return found & known


def collect() -> dict[str, Lab]:
    """Every lab by its name."""
    return {
        path.stem: Lab(path.stem)
        for path in sorted(FOLDER.glob("*.py"))
    }


def chosen(names: list[str]) -> dict[str, Lab]:
    """The labs called `names`. Raises `UnknownLab`."""
    known = collect()
    for name in names:
        if name not in known:
            raise UnknownLab(
                f"there is no lab {name!r}; known: {', '.join(known)}"
            )
    return {name: known[name] for name in names}
