"""Every work, and the pages that cite it."""

from snippets.build.prose import cited, link, order
from snippets.build.references import UnknownKey, all_references


def citing() -> dict[str, list[str]]:
    """Key -> pages, in the order of the menu."""
    found = {}
    for page in order():
        for key in cited(page):
            found.setdefault(key, []).append(page)
    return found


def pages() -> dict[str, bytes]:
    """`bibliography/list.md`. Raises UnknownKey, naming the page."""
    found, known = citing(), all_references()
    for key, places in found.items():
        if key not in known:
            raise UnknownKey(
                f"docs/{places[0]} cites [@{key}], which"
                " docs/references.bib lacks"
            )
    parts = []
    for key in known:
        places = ", ".join(link(page) for page in found.get(key, []))
        parts.append(f"[@{key}].\n\nCited on {places}.\n{{.below}}\n")
    return {"bibliography/list.md": "\n".join(parts).encode()}
