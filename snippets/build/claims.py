"""Which modules measure and draw for a page, and what they promise."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from snippets.experiments import Experiment
from snippets.store import ROOT
from snippets.vae.training import Run

FOLDERS = ("pages", "why_bernoulli", "why_not_mse")


class UnknownClaim(ValueError):
    """No module has this name."""


class Module(Protocol):
    """What the module of a claim holds."""

    RUNS: tuple[Run | Experiment, ...]

    def measure(self) -> dict:
        """Raw numbers; arrays are for `draw` alone."""

    def words(self, numbers: dict) -> dict[str, str]:
        """The numbers as the prose says them."""

    def draw(self, numbers: dict) -> Mapping[str, str | bytes]:
        """File names and contents for docs/generated."""


@dataclass(frozen=True)
class Claim:
    """A page's name, and the file that measures and draws for it."""

    name: str
    path: Path

    def load(self) -> Module:
        """Import the module; it has RUNS, measure, words and draw."""
        inside = self.path.relative_to(ROOT).with_suffix("")
        return importlib.import_module(".".join(inside.parts))


def collect() -> dict[str, Claim]:
    """Every claim by its name, in the order of the file system."""
    found = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / "snippets" / folder).glob("*.py")):
            if path.stem != "__init__":
                found[path.stem] = Claim(path.stem, path)
    return found


def chosen(names: list[str]) -> dict[str, Claim]:
    """The claims called `names`. Raises `UnknownClaim`."""
    known = collect()
    for name in names:
        if name not in known:
            raise UnknownClaim(
                f"there is no claim {name!r}; known: {', '.join(known)}"
            )
    return {name: known[name] for name in names}
