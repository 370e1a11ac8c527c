"""What docs/reference.yml tells of each public function."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from snippets.build.stamps import file_of
from snippets.store import ROOT

SOURCE = ROOT / "docs" / "reference.yml"


@dataclass(frozen=True)
class Entry:
    """A function or class, known by its dotted path."""

    path: str
    unit: str
    errors: str
    source: str
    members: tuple[str, ...] = ()

    @property
    def module(self) -> str:
        """Where it is defined."""
        return self.path.rpartition(".")[0]

    @property
    def name(self) -> str:
        """What it is called there."""
        return self.path.rpartition(".")[2]


def entries() -> dict[str, list[Entry]]:
    """By part of the machine, in the order of the file."""
    told = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return {
        part: [
            Entry(
                path,
                **{**said, "members": tuple(said.get("members", ()))},
            )
            for path, said in each.items()
        ]
        for part, each in told.items()
    }


@cache
def tree(path: Path) -> ast.Module:
    """The code of a file, not run."""
    return ast.parse(path.read_text(encoding="utf-8"))


def defined(module: str) -> dict[str, int]:
    """Each public function and class of a module, with its line."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    return {
        node.name: node.lineno
        for node in tree(file_of(module)).body
        if isinstance(node, kinds) and not node.name.startswith("_")
    }
