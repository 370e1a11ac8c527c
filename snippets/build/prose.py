"""What the build reads from the pages themselves."""

import re
from collections.abc import Iterator

import yaml

from snippets.store import ROOT

DOCS = ROOT / "docs"
CITED = re.compile(r"\[@([a-z0-9]+)\]")
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


class NoTitle(ValueError):
    """A page without a heading of the first level."""


class _Plain(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags name variables and functions."""


_Plain.add_multi_constructor("", lambda loader, tag, node: None)


def _leaves(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
        return
    for each in nav.values() if isinstance(nav, dict) else nav:
        yield from _leaves(each)


def order() -> list[str]:
    """Every page of the menu, in its order: `vae/model.md`."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return list(_leaves(yaml.load(text, _Plain)["nav"]))


def text(page: str) -> str:
    """The Markdown of one page."""
    return (DOCS / page).read_text(encoding="utf-8")


def title(page: str) -> str:
    """Its first heading. Raises NoTitle."""
    found = TITLE.search(text(page))
    if not found:
        raise NoTitle(f"docs/{page} has no title")
    return found[1]


def link(page: str) -> str:
    """Its title, leading to it."""
    return f"[{title(page)}]({page})"


def cited(page: str) -> list[str]:
    """The keys of the works that it cites, each once."""
    return list(dict.fromkeys(CITED.findall(text(page))))


def outline() -> str:
    """All that a list of another page depends on."""
    lines = []
    for page in order():
        titles = TITLE.findall(text(page))[:1]
        lines.append(" ".join([page, *titles, *cited(page)]))
    return "\n".join(lines)
