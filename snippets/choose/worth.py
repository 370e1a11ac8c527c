"""Whether a code is worth having: a VAE against columns alone."""

from snippets.choose.ranking import Ranking
from snippets.words import fixed

UNUSED = 0.1  # nats of a rate that are hardly worth a code


def worth(ranking: Ranking) -> str:
    """The chosen law with a code, against the best that has none.

    A law that fits badly without a code would flatter the code.
    """
    best = ranking.choice
    single = min(ranking.laws, key=lambda each: each.alone)
    gain = single.alone - best.nats
    if best.rate < UNUSED or gain <= 0:
        return (
            f"A code is of little use: {single.law.name} costs"
            f" {fixed(single.alone)} nats a row without one."
        )
    return (
        f"A code saves {fixed(gain)} nats a row against the best law"
        f" without one, {single.law.name}."
    )
