"""The links of our texts, and what is wrong with them as they stand.

The strict build follows the links between pages. Here are the files
that are no pages, such as README.md, and the form of each address.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from snippets.store import ROOT

_CODE = re.compile(r"^( *)(```|~~~).*?^\1\2|`[^`\n]+`", re.S | re.M)
_LINK = re.compile(r"\]\(((?:[^()\s]|\([^()\s]*\))*)")
_BARE = re.compile(r"(?<![(\w])https?:[^\s<>\"')\]]*[^\s<>\"')\].,;]")
_HEADING = re.compile(r"^#+ +(.+?)\s*$", re.M)
_HOST = re.compile(r"([\w-]+\.)+[a-z]{2,}(:\d+)?")


@dataclass(frozen=True)
class Link:
    """An address, and the file that names it."""

    source: Path
    target: str

    def __str__(self) -> str:
        """As a message begins."""
        return f"{self.source.relative_to(ROOT)}: {self.target}"


def sources() -> list[Path]:
    """Every text of ours that may link; not what the build makes."""
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    texts += [*(ROOT / "docs").glob("*.yml"), *ROOT.glob("*.cff")]
    return sorted(p for p in texts if "generated" not in p.parts)


def links(path: Path) -> Iterator[Link]:
    """Its links, those in code aside."""
    text = _CODE.sub("", path.read_text(encoding="utf-8"))
    for target in _LINK.findall(text) + _BARE.findall(text):
        yield Link(path, target)


def slug(heading: str) -> str:
    """The anchor that a code host gives to a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.replace(" ", "-")


def wrong(link: Link) -> str | None:
    """What is wrong with it, without a network."""
    parts = urlsplit(link.target)
    if parts.scheme or parts.netloc:
        sound = parts.scheme in {"http", "https"}
        sound = sound and _HOST.fullmatch(parts.netloc)
        return None if sound else "is no address"
    path = link.source.parent / unquote(parts.path)
    if not parts.path:
        path = link.source
    if not path.exists():
        return "leads nowhere"
    # Between pages MkDocs knows the anchors, and is strict.
    if parts.fragment and ROOT == link.source.parent == path.parent:
        headings = _HEADING.findall(path.read_text(encoding="utf-8"))
        if parts.fragment not in map(slug, headings):
            return "leads to no heading"
    return None
