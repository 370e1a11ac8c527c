"""What was seen, in a few lines."""

from collections.abc import Iterator

from snippets.choose.looking import Seen
from snippets.choose.names import columns, listed


def lines(seen: Seen) -> Iterator[str]:
    """What was seen, a line each."""
    rows, wide = seen.table.values.shape
    shape = seen.table.shape
    image = " x ".join(map(str, shape)) if len(shape) > 1 else ""
    each = f" ({image})" if image else ""
    yield f"{rows:,} rows of {wide:,} values{each}"
    if seen.dead:
        yield (
            f"{columns(len(seen.dead))} that never change"
            f" ({listed(list(seen.dead))}) left out: every law"
            " can learn that"
        )
    for part in seen.parts:
        count = columns(len(part.names))
        yield f"{count}: a value is {part.space}"
