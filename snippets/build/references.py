"""References, from one BibTeX file, set as HTML by pybtex."""

from functools import cache

from pybtex.backends.html import Backend
from pybtex.database import Entry, parse_string
from pybtex.style.formatting import BaseStyle
from pybtex.style.sorting.author_year_title import SortingStyle
from pybtex.style.template import (
    Node,
    field,
    href,
    join,
    names,
    optional,
    tag,
)

from snippets.build.prose import DOCS

SOURCE = DOCS / "references.bib"
AUTHORS = names("author", sep=", ", sep2=" and ", last_sep=" and ")
# What stands behind the title, by the kind of work.
PLACES = {
    "article": join[
        field("journal"), optional[" ", field("volume")], ", "
    ],
    "book": join[
        optional[field("edition"), " edition, "],
        field("publisher"),
        ", ",
    ],
    "inproceedings": join[field("booktitle"), " "],
    "misc": join[
        optional["arXiv ", field("eprint", raw=True), ", "],
        optional[field("howpublished"), ", "],
    ],
}


class UnknownKey(LookupError):
    """A page cites what the BibTeX file lacks."""


class UnknownKind(ValueError):
    """An entry of a kind that no template sets."""


def address(entry: Entry) -> str | None:
    """Where the work is: its url, else arXiv, else its DOI."""
    fields = entry.fields
    if "url" not in fields and "eprint" in fields:
        return f"https://arxiv.org/abs/{fields['eprint']}"
    if "url" not in fields and "doi" in fields:
        return f"https://doi.org/{fields['doi']}"
    return fields.get("url")


def linked(entry: Entry, text: Node) -> Node:
    """The text, as a link where the work has an address."""
    place = address(entry)
    return href(place)[text] if place else text


def template(entry: Entry) -> Node:
    """How one entry is set. Raises UnknownKind."""
    if entry.type == "online":
        title = linked(entry, field("title"))
        return join[title, optional[", ", field("note")]]
    if entry.type not in PLACES:
        raise UnknownKind(f"{SOURCE.name}: @{entry.type} is not set")
    title = linked(entry, tag("em")[field("title")])
    place = PLACES[entry.type]
    return join[AUTHORS, ", ", title, ", ", place, field("year")]


@cache
def read(source: str) -> dict[str, str]:
    """Key -> HTML, by author, then year.

    Raises pybtex's errors for BibTeX that it cannot read.
    """
    style = BaseStyle(abbreviate_names=True)
    entries = parse_string(source, "bibtex").entries.values()
    found = {}
    for entry in SortingStyle().sort(entries):
        context = {"entry": entry, "style": style}
        text = template(entry).format_data(context)
        found[entry.key] = text.render(Backend("utf-8"))
    return found


def all_references() -> dict[str, str]:
    """Every entry of docs/references.bib."""
    return read(SOURCE.read_text(encoding="utf-8"))


def reference(key: str) -> str:
    """One entry as HTML. Raises UnknownKey."""
    known = all_references()
    if key not in known:
        raise UnknownKey(f"[@{key}] is not in docs/{SOURCE.name}")
    return known[key]
