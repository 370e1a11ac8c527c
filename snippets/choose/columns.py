"""The ranking as a plain table."""

from snippets.choose.ranking import Ranking
from snippets.choose.standing import Ranked
from snippets.words import fixed

HEAD = ("law", "nats", "above first", "no code", "rate", "numbers")


def cells(each: Ranked) -> tuple[str, ...]:
    """One row of the table."""
    above = f"{fixed(each.above)} ± {fixed(each.error)}"
    return (
        each.law.name,
        fixed(each.nats),
        above if each.above else "first",
        fixed(each.alone),
        fixed(each.rate),
        f"{each.numbers:,}",
    )


def table(ranking: Ranking) -> str:
    """The laws, cheapest first, numbers to the right."""
    rows = [HEAD, *map(cells, ranking.laws)]
    widths = [
        max(map(len, column)) for column in zip(*rows, strict=True)
    ]
    said = []
    for row in rows:
        name = row[0].ljust(widths[0])
        rest = zip(row[1:], widths[1:], strict=True)
        said.append("  ".join([name, *(t.rjust(w) for t, w in rest)]))
    return "\n".join(said)
