"""What the command does once the data are looked at."""

import argparse
import sys

import torch
from tqdm import tqdm

from snippets.choose import report, telling
from snippets.choose.budget import Budget
from snippets.choose.looking import Seen
from snippets.choose.ranking import rank_all, work

BAR = "{desc} {percentage:3.0f} % |{bar:24}| {remaining} left"


def answer(seen: Seen, options: argparse.Namespace) -> None:
    """Train with a bar, print, and write the report if asked."""
    torch.set_num_threads(1)
    budget = Budget(steps=options.steps, seed=options.seed)
    print(telling.opening(seen), end="\n\n", flush=True)
    # A terminal is refreshed often; a log keeps one line a while.
    pause = 0.5 if sys.stderr.isatty() else 15
    style = {"bar_format": BAR, "mininterval": pause}
    with tqdm(total=work(seen, budget), **style) as bar:
        bar.set_description_str("Training")
        rankings = rank_all(seen, budget, bar.update)
    for ranking in rankings:
        print(telling.report(ranking), end="\n\n")
    print(telling.closing(rankings))
    if options.report:
        report.write(options.report, seen, rankings, budget)
        print(f"Report: {options.report}")
