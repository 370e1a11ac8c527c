"""docs/generated: written where bytes change, swept of leftovers."""

import json
from collections.abc import Mapping
from pathlib import Path

from snippets import store
from snippets.build import record, stamps
from snippets.build.claims import Claim
from snippets.build.published import CODE, DATA
from snippets.build.stamps import GENERATED

NUMBERS = "numbers.json"


def encode(content: str | bytes) -> bytes:
    """Text as UTF-8 with a last newline; bytes as they are."""
    if isinstance(content, bytes):
        return content
    return (content.rstrip() + "\n").encode()


def write_all(
    folder: Path, files: Mapping[str, str | bytes]
) -> dict[str, str]:
    """Write `files` into `folder`; gives their hashes."""
    for name, content in files.items():
        store.write(folder / name, encode(content))
    return stamps.of_files(folder, list(files))


def is_built(claim: Claim) -> bool:
    """Whether its files are those of this code."""
    source = stamps.claim(claim.path)
    return stamps.holds(claim.name, source, GENERATED / claim.name)


def build(claim: Claim) -> dict[str, str]:
    """Measure and draw one claim, unless its stamp still holds."""
    folder = GENERATED / claim.name
    source = stamps.claim(claim.path)
    if stamps.holds(claim.name, source, folder):
        return stamps.read(claim.name)["words"]
    module = claim.load()
    numbers = module.measure()
    words = module.words(numbers)
    drawn = {
        **module.draw(numbers),
        DATA: record.data(numbers),
        CODE: record.code(claim),
    }
    stamp = {"source": source, "files": write_all(folder, drawn)}
    stamps.keep(claim.name, {**stamp, "words": words})
    return words


def write_numbers(words: dict[str, dict[str, str]]) -> None:
    """The one file from which the prose takes its numbers.

    Raises ValueError where the pages would find a method of dict.
    """
    for claim, said in words.items():
        for name in said:
            if hasattr(dict, name):
                raise ValueError(
                    f"{claim}.{name} cannot be printed on a page:"
                    " give the number another name"
                )
    text = json.dumps(
        words, indent=1, sort_keys=True, ensure_ascii=False
    )
    store.write(GENERATED / NUMBERS, encode(text))


def sweep(wanted: set[Path]) -> None:
    """Remove what no claim makes any more."""
    for path in sorted(GENERATED.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
