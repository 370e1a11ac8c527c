"""Which pages use a function: they show it, or compute with it."""

import ast
import re
from functools import cache
from pathlib import Path

from snippets.build import stamps
from snippets.build.claims import collect
from snippets.build.reference.entries import Entry, defined, tree
from snippets.store import ROOT
from snippets.vae.families import FAMILIES

DOCS = ROOT / "docs"
INCLUDE = re.compile(r'--8<-- "(snippets/[\w/]+\.py)(?::(\w+))?"')
# Where a claim puts what outgrew its file; not what all pages share.
OWN = tuple(
    f"snippets.{name}."
    for name in ("measures", "experiments", "compression")
)
# A likelihood is asked for by its name in a run.
NAMES = {law.__name__: name for name, law in FAMILIES.items()}


def pages() -> dict[str, str]:
    """Path below docs/ -> text of every page that is written."""
    found = sorted(DOCS.rglob("*.md"))
    return {
        str(path.relative_to(DOCS)): path.read_text(encoding="utf-8")
        for path in found
        if "generated" not in path.parts
    }


def title(page: str) -> str:
    """The heading of a page; a lab has it in its code."""
    path = DOCS / page
    code = path.with_suffix(".py")
    text = (code if code.is_file() else path).read_text("utf-8")
    return re.search(r"^# (?!%%)(?:# )?(.+)$", text, flags=re.M)[1]


@cache
def lines(file: str, section: str) -> range:
    """The lines that an include of this section shows."""
    text = (ROOT / file).read_text(encoding="utf-8").splitlines()
    if not section:
        return range(1, len(text) + 1)
    ends = [
        place
        for place, line in enumerate(text, start=1)
        if re.search(rf"\[(start|end):{section}\]", line)
    ]
    return range(ends[0], ends[-1])


def shows(text: str, entry: Entry) -> bool:
    """Whether a page includes the code of it."""
    file = str(stamps.file_of(entry.module).relative_to(ROOT))
    at = defined(entry.module)[entry.name]
    return any(
        name == file and at in lines(name, section)
        for name, section in INCLUDE.findall(text)
    )


@cache
def named(path: Path) -> frozenset[str]:
    """What a file imports by name, and every string in it."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{a.name}" for a in node.names}
        elif isinstance(node, ast.Constant):
            found.add(str(node.value))
    return frozenset(found)


@cache
def behind(path: Path) -> frozenset[str]:
    """What a claim names: its own file, its measures and trainings."""
    module = stamps.module_of(path)
    modules = stamps.graph().find_upstream_modules(module)
    own = [stamps.file_of(m) for m in modules if m.startswith(OWN)]
    return frozenset().union(*(named(file) for file in (path, *own)))


def computes(page: str) -> frozenset[str]:
    """What the code of a claim, or of a lab, names."""
    claim = collect().get(Path(page).stem)
    lab = (DOCS / page).with_suffix(".py")
    if lab.is_file():
        return named(lab)
    return behind(claim.path) if claim else frozenset()


def used_on(entry: Entry) -> list[str]:
    """Paths of pages below docs/, in their order."""
    law = NAMES.get(entry.name)
    found = []
    for page, text in pages().items():
        uses = computes(page)
        if entry.path in uses or law in uses or shows(text, entry):
            found.append(page)
    return found
