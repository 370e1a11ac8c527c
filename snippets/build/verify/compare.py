"""Which files of two folders differ, and where."""

from itertools import zip_longest
from pathlib import Path

AROUND = 30  # bytes shown on either side of a difference


def names(folder: Path) -> set[str]:
    """Every file, as it is named from the folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found}


def shown(content: bytes, at: int) -> str:
    """What stands around a place, in one line."""
    part = content[max(0, at - AROUND) : at + AROUND]
    return repr(part.decode(errors="replace"))


def difference(one: bytes, two: bytes) -> str:
    """Where they first differ; empty where nowhere."""
    if one == two:
        return ""
    pairs = zip_longest(one, two)
    at = next(n for n, (a, b) in enumerate(pairs) if a != b)
    return f"from byte {at}: {shown(one, at)}, {shown(two, at)}"


def differences(one: Path, two: Path) -> dict[str, str]:
    """How each file differs that is not the same in both folders."""
    first, second = names(one), names(two)
    found = dict.fromkeys(first - second, "not made again")
    found |= dict.fromkeys(second - first, "made this time alone")
    for name in first & second:
        bytes_of = [
            (folder / name).read_bytes() for folder in (one, two)
        ]
        if said := difference(*bytes_of):
            found[name] = said
    return dict(sorted(found.items()))
