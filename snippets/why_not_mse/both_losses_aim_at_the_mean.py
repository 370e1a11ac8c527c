"""Cross-entropy and squared error are smallest at the same mean."""

from dataclasses import replace
from itertools import chain

from snippets.figures.both_losses_aim_at_the_mean import draw
from snippets.measures.added_nats import exchanged, over_the_entropy
from snippets.measures.aim_examples import examples
from snippets.measures.aim_words import numbers
from snippets.measures.doubt import (
    by_digit,
    compared,
    shared,
)
from snippets.measures.free_numbers import table
from snippets.measures.rulers import TARGETS, bowl
from snippets.sweeps import (
    MNIST,
    PIXELS,
    cross_entropy,
    gaussian,
    setting,
)
from snippets.vae.dataset import load

__all__ = ["RUNS", "draw", "measure", "words"]

MATCHED = 0.177  # at about the rate of cross-entropy
COINS = cross_entropy()
OTHERS = {v: gaussian(v) for v in (1 / 8, MATCHED, 1 / 4)}
LONGER = tuple(
    [replace(run, epochs=60) for run in runs[:2]]
    for runs in (COINS, OTHERS[MATCHED])
)
RUNS = (*COINS, *chain.from_iterable((*OTHERS.values(), *LONGER)))


def measure() -> dict:
    """Fits to ten groups; where trained networks make their errors."""
    digit = by_digit(load("mnist_5k"))
    return {
        "bowls": {t: bowl(t) for t in TARGETS},
        "table": table(),
        "shared": {
            v: compared(COINS, runs, shared([*COINS, *runs]), v)
            for v, runs in OTHERS.items()
        },
        "digit": compared(COINS, OTHERS[MATCHED], digit, MATCHED),
        "longer": compared(
            *LONGER, shared([*LONGER[0], *LONGER[1]]), MATCHED
        ),
        "nats": exchanged(COINS, OTHERS[MATCHED], MATCHED),
        "strict": [over_the_entropy(run) for run in COINS],
    }


def words(found: dict) -> dict[str, str]:
    """The worked examples, and what was measured."""
    return {
        **examples(),
        **numbers(found, MATCHED),
        "setting": setting(MNIST),
        "epochs": str(MNIST.epochs),
        "pixels": str(PIXELS),
        "train": f"{len(load(MNIST.data).train.counts):,}",
        "seeds": str(len(COINS)),
        "long_seeds": str(len(LONGER[0])),
        "long_epochs": str(LONGER[0][0].epochs),
    }
