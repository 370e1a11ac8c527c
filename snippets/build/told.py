"""What the build reads in pages and tests: little of each.

So an edit of prose, or of what is inside a test, builds nothing anew.
"""

import hashlib
import re
from pathlib import Path

# Titles and includes, for the reference; labels and tests are counted.
_PAGE = re.compile(r'^# .+$|--8<-- ".+?"|\\label\{[^}]+\}', re.M)
_TEST = re.compile(r"^def test_\w+", re.M)


def pages(root: Path) -> list[Path]:
    """Every page that is written by hand."""
    found = sorted((root / "docs").rglob("*.md"))
    return [path for path in found if "generated" not in path.parts]


def lines(paths: list[Path], wanted: re.Pattern) -> list[str]:
    """All that is wanted in these files, in their order."""
    return [
        found
        for path in paths
        for found in wanted.findall(path.read_text(encoding="utf-8"))
    ]


def in_pages(root: Path) -> list[str]:
    """Titles, includes and labels of all pages."""
    return lines(pages(root), _PAGE)


def tests(root: Path) -> list[str]:
    """Every test function."""
    return lines(sorted((root / "tests").rglob("test_*.py")), _TEST)


def digest(root: Path) -> str:
    """A hash of it all; of tests only the number."""
    said = "\n".join([*in_pages(root), str(len(tests(root)))])
    return hashlib.sha256(said.encode()).hexdigest()
