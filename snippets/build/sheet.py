"""One style sheet out of its parts: each request delays a page."""

import re
from pathlib import Path

from snippets import store
from snippets.build.stamps import GENERATED

SOURCE = store.ROOT / "docs" / "assets" / "style" / "site.css"
# As deep as the source, so that addresses in it lead where they led.
FILE = GENERATED / "style" / "site.css"
IMPORT = re.compile(r'@import "([\w-]+\.css)";')
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def whole(source: Path) -> str:
    """`source` with its imports filled in, and without comments.

    Raises FileNotFoundError for a part that is not there.
    """

    def part(found: re.Match) -> str:
        return (source.parent / found[1]).read_text(encoding="utf-8")

    text = IMPORT.sub(part, source.read_text(encoding="utf-8"))
    return COMMENT.sub("", text)


def write() -> None:
    """Bring the file that pages link to up to date."""
    store.write(FILE, whole(SOURCE).encode())
