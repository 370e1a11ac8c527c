"""The licence of every locked package, as its own metadata say it."""

import re
from importlib.metadata import PackageNotFoundError, metadata

import yaml

from snippets.store import ROOT

LOCKS = ("requirements.txt", "requirements-cuda.txt")
READ = "docs/licences.yml"  # where the metadata say nothing
SHORT = 60  # signs; more than this is the licence itself
_PIN = re.compile(r"^([a-z0-9-]+)==([^\s;]+)", flags=re.M)


class NoLicence(ValueError):
    """Nobody has said what may be done with a package."""


def locked() -> dict[str, str]:
    """Every package of the locks with its version, or versions."""
    text = "\n".join((ROOT / lock).read_text() for lock in LOCKS)
    found: dict[str, str] = {}
    for name, version in _PIN.findall(text):
        before = f"{found[name]} or " if name in found else ""
        found[name] = before + version
    return dict(sorted(found.items()))


def said(name: str) -> str:
    """What the installed package says; nothing where it is silent."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return ""
    kinds = about.get_all("Classifier", [])
    words = [k.split(" :: ")[-1] for k in kinds if k[:7] == "License"]
    licence = about.get("License", "").strip()
    if len(licence) > SHORT or "\n" in licence or licence == "UNKNOWN":
        licence = ""
    named = about.get("License-Expression", "")
    return named or licence or ", ".join(words)


def table(packages: dict[str, str], read: dict[str, str]) -> str:
    """Markdown. Raises `NoLicence`."""
    rows = ["| Package | Version | Licence |", "|:--|:--|:--|"]
    for name, version in packages.items():
        licence = said(name) or read.get(name)
        if not licence:
            raise NoLicence(
                f"{name} names no licence: read its files and write"
                f" it into {READ}"
            )
        rows.append(f"| {name} | {version} | {licence} |")
    return "\n".join(rows) + "\n"


def pages() -> dict[str, bytes]:
    """What docs/licences.md shows. Raises `NoLicence`."""
    read = yaml.safe_load((ROOT / READ).read_text(encoding="utf-8"))
    return {"licences/list.md": table(locked(), read).encode()}
