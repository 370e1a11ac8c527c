"""The looks and the ranking in plain words and plain tables."""

from collections.abc import Iterator

from snippets.choose.columns import table
from snippets.choose.looking import Seen
from snippets.choose.names import columns
from snippets.choose.ranking import Ranking
from snippets.choose.seen import lines
from snippets.choose.spaces import WHOLE
from snippets.choose.standing import MOST
from snippets.choose.worth import worth
from snippets.words import fixed

NOTE = (
    "nats: minus the log evidence of a held-out row, importance-"
    "weighted; above first: row by row, ± one standard error over rows"
    " and trainings; no code: every column by itself; rate: what the"
    " code says, in nats; numbers: learned by decoder and law."
)


def unit(ranking: Ranking) -> str:
    """What the nats are of."""
    if ranking.part.space.name in WHOLE:
        return "All laws are probabilities of the same whole numbers."
    return (
        "All laws are densities in the units of the data, so"
        " another unit would shift all costs alike."
    )


def choice(ranking: Ranking) -> str:
    """What to take, and why."""
    best, first = ranking.choice, ranking.laws[0]
    name = best.law.name
    others = [r for r in ranking.laws if r is not best]
    if not others:
        return f"Take {name}: no other law was tried."
    if best is not first:
        return (
            f"Take {name}: {first.law.name} costs"
            f" {fixed(best.above)} nats a row less, within one standard"
            f" error ({fixed(best.error)}), and {name} is the simpler."
        )
    tied = [r.law.name for r in others if r.tied]
    if tied:
        return (
            f"Take {name}: it is first and the simplest of those that"
            f" cannot be told apart ({', '.join(tied)})."
        )
    second = others[0]
    return (
        f"Take {name}: {ranking.rows:,} rows that no training saw cost"
        f" least under it. The next, {second.law.name}, costs"
        f" {fixed(second.above)} ± {fixed(second.error)} nats a row"
        " more."
    )


def remarks(ranking: Ranking) -> Iterator[str]:
    """What was left out, and whether a VAE is of use."""
    given = len(ranking.part.values)
    if ranking.used < given:
        yield f"{ranking.used:,} of {given:,} rows were drawn and used."
    yield worth(ranking)
    first = ranking.laws[0].law.name
    for each in ranking.laws[1:]:
        if each.bulk < 0:
            yield (
                f"Doubt: {first} leads {each.law.name} by a few rows"
                f" alone; without the {MOST:.0%} that differ most it"
                " would be behind."
            )
    for name, why in ranking.out.items():
        yield f"Left out: {name} ({why})."
    yield from (f"Doubt: {each}." for each in ranking.part.doubts)


def heading(ranking: Ranking) -> str:
    """Which columns, and what a value is."""
    part = ranking.part
    return f"{columns(len(part.names))}: a value is {part.space}"


def report(ranking: Ranking) -> str:
    """One part, for a terminal."""
    said = [heading(ranking), "", table(ranking), "", choice(ranking)]
    return "\n".join([*said, *remarks(ranking), unit(ranking)])


def opening(seen: Seen) -> str:
    """What was seen, before anything is trained."""
    said = [f"{seen.table.source}: {next(lines(seen))}"]
    said += list(lines(seen))[1:]
    return "\n".join([*said, *(f"Doubt: {d}." for d in seen.doubts)])


def closing(rankings: list[Ranking]) -> str:
    """How the parts of a record go together."""
    if len(rankings) == 1:
        return NOTE
    names = "; ".join(
        f"{columns(len(r.part.names))} {r.choice.law.name}"
        for r in rankings
    )
    return (
        f"A whole row has one law for each kind of column ({names});"
        f" their logarithms are added.\n{NOTE}"
    )
