"""The reference as Markdown, a file for each part of the machine."""

from snippets.build.reference.entries import Entry, entries
from snippets.build.reference.uses import title, used_on

FEW = 3  # pages in one line
_ENTRY = """::: {path}
    options:
      members: {members}

<div class="told" markdown="1" data-search-exclude>

Unit
:   {unit}.

Errors
:   {errors}.

Source
:   [{source}]({link})

Used on
:   {used}

</div>
"""


def listed(found: list[str]) -> str:
    """Few pages in a line; many behind their number."""
    links = [f"[{title(page)}]({page})" for page in found]
    if len(links) <= FEW:
        return " · ".join(links) or "no page by itself"
    told = f"<summary>{len(links)} pages</summary> {' · '.join(links)}"
    return f"<details>{told}</details>"


def markdown(entry: Entry) -> str:
    """Signature and words from the code, then what is told here."""
    page = entry.source.partition("#")[0]
    return _ENTRY.format(
        path=entry.path,
        members=list(entry.members) or "false",
        unit=entry.unit,
        errors=entry.errors,
        source=title(page),
        link=entry.source,
        used=listed(used_on(entry)),
    )


def files() -> dict[str, bytes]:
    """`reference/<part>.md` for docs/generated."""
    return {
        f"reference/{part}.md": "\n".join(
            markdown(entry) for entry in each
        ).encode()
        for part, each in entries().items()
    }
