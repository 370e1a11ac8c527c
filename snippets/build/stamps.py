"""Hashes that tell, without importing torch, whether work is due."""

import hashlib
import json
import platform
from pathlib import Path

from snippets import store
from snippets.store import ROOT

SNIPPETS = ROOT / "snippets"
GENERATED = ROOT / "docs" / "generated"
CLAIMS = ("pages", "why_bernoulli", "why_not_mse")


def digest(*paths: Path) -> str:
    """SHA-256 of names and bytes, in the order of the names."""
    read = hashlib.sha256(platform.python_version().encode())
    for path in sorted(paths):
        read.update(str(path.relative_to(ROOT)).encode())
        read.update(path.read_bytes())
    return read.hexdigest()


def shared() -> list[Path]:
    """All that every claim runs through: machine, build, versions."""
    code = [
        path
        for path in SNIPPETS.rglob("*.py")
        if path.parent.name not in CLAIMS
    ]
    settings = ("requirements.txt", "docs/glossary.yml")
    return [*code, *(ROOT / name for name in settings)]


def claim(path: Path) -> str:
    """Fingerprint of one claim; other claims do not enter."""
    return digest(*shared(), path)


def everything() -> str:
    """Fingerprint of all that can change docs/generated."""
    return digest(*shared(), *SNIPPETS.rglob("*.py"))


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
