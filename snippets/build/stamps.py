"""Hashes that tell, without importing torch, whether work is due."""

import hashlib
import json
import platform
from functools import cache
from pathlib import Path

import grimp

from snippets import store
from snippets.build import told
from snippets.store import ROOT

SNIPPETS = ROOT / "snippets"
GENERATED = ROOT / "docs" / "generated"
LISTS = (
    "glossary.yml",
    "licences.yml",
    "notation.yml",
    "questions.yml",
    "reference.yml",
    "references.bib",
)
COLOURS = "docs/assets/style/colour.css"  # of figures in labs
WRITER = "snippets.build.outputs"  # every claim goes through it
# These read files that they do not import.
READERS = {
    "snippets.weights": "snippets.vae",
    "snippets.pages.how_it_is_made": "snippets",
}


def digest(*paths: Path) -> str:
    """SHA-256 of names and bytes, in the order of the names."""
    read = hashlib.sha256(platform.python_version().encode())
    for path in sorted(paths):
        read.update(str(path.relative_to(ROOT)).encode())
        read.update(path.read_bytes())
    return read.hexdigest()


def settings() -> list[Path]:
    """The files besides code that decide what is built."""
    lists = [f"docs/{name}" for name in LISTS]
    locks = ("requirements.txt", "requirements-cuda.txt")
    return [ROOT / name for name in (*locks, *lists, COLOURS)]


@cache
def graph() -> grimp.ImportGraph:
    """Which of our modules imports which."""
    return grimp.build_graph("snippets", cache_dir=None)


def upstream(module: str) -> set[str]:
    """All of ours that runs when `module` does, itself included."""
    found = {module, *graph().find_upstream_modules(module)}
    for reader, folder in READERS.items():
        if reader in found:
            found |= graph().find_descendants(folder)
    # To import a module runs the packages around it too.
    parts = [name.split(".") for name in found]
    around = {".".join(p[:n]) for p in parts for n in range(1, len(p))}
    return found | around


def module_of(path: Path) -> str:
    """How Python names the code that lies there."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def file_of(module: str) -> Path:
    """Where the code of a module lies."""
    path = ROOT.joinpath(*module.split("."))
    package = path / "__init__.py"
    return package if package.is_file() else path.with_suffix(".py")


def claim(path: Path) -> str:
    """Fingerprint of one claim: only what it runs through enters."""
    modules = upstream(module_of(path)) | upstream(WRITER)
    locks = [ROOT / "requirements.txt"]
    return digest(*locks, *(file_of(module) for module in modules))


def everything(prose: str) -> str:
    """Fingerprint of all that can change docs/generated.

    `prose` is what lists take from the pages.
    """
    labs = (ROOT / "docs" / "labs").glob("*.py")
    files = digest(*settings(), *labs, *SNIPPETS.rglob("*.py"))
    said = f"{files} {told.digest(ROOT)} {prose}"
    return hashlib.sha256(said.encode()).hexdigest()


def of_files(folder: Path, names: list[str]) -> dict[str, str]:
    """The SHA-256 of each file; an absent file has none."""
    found = {}
    for name in names:
        path = folder / name
        if path.is_file():
            content = path.read_bytes()
            found[name] = hashlib.sha256(content).hexdigest()
    return found


def read(name: str) -> dict:
    """The stamp called `name`; empty where absent or damaged."""
    try:
        return json.loads(store.unseal(path(name)))
    except (FileNotFoundError, store.CorruptCache):
        return {}


def keep(name: str, stamp: dict) -> None:
    """Remember what was built from what."""
    content = json.dumps(stamp, indent=1, sort_keys=True)
    store.seal(path(name), content.encode())


def path(name: str) -> Path:
    """Where the stamp lies."""
    return store.cache() / "stamps" / f"{name}.json"


def holds(name: str, source: str, folder: Path) -> bool:
    """Whether `source` was built, and its files are still as made."""
    stamp = read(name)
    if stamp.get("source") != source:
        return False
    return of_files(folder, list(stamp["files"])) == stamp["files"]
