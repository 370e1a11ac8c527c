"""Minus the ELBO is the length of a file, and the file is written.

As a command it packs and unpacks images: see
`snippets.compression.command`.
"""

import sys

from snippets.compression.cases import CASES, named
from snippets.compression.command import main
from snippets.experiments.packed import Packs
from snippets.experiments.weighed import Weighed
from snippets.figures.the_loss_is_a_file_size import draw
from snippets.measures.file_sizes import shown, weighed
from snippets.measures.file_words import words
from snippets.sweeps import SEEDS

__all__ = ["RUNS", "draw", "main", "measure", "words"]

# The models first: whatever packs images needs one of them.
RUNS = (
    *(run for case in CASES for run in case.runs),
    *(Packs(case.name) for case in CASES),
    *(Weighed(case.name, seed) for case in CASES for seed in SEEDS),
)
DIGITS = range(10)
PICTURED = ("binary", "grey")


def measure() -> dict:
    """Each case; and pictures of what single pixels cost."""
    found = {case.name: weighed(case) for case in CASES}
    pictures = {}
    for name in PICTURED:
        for kind, arrays in shown(named(name), DIGITS).items():
            pictures[f"{name}_{kind}"] = arrays
    return {"cases": found, **pictures}


if __name__ == "__main__":
    sys.exit(main())
