"""Losses by view, a digit under each view, answers of torch."""

import textwrap
from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts.binarise_scores import losses
from snippets.figures.parts.binarise_views import HEIGHTS, views
from snippets.words import fixed

SHOWN = (
    "A grey handwritten digit with soft edges. Cut at one half it is"
    " clean and sharp; tossed, its edges are ragged. Two tosses differ"
    " in pixels along the edges."
)
NAMES = {
    "strict": "`Bernoulli`",
    "lax": "`Bernoulli`, not validated",
    "probs": "`binary_cross_entropy`",
    "logits": "<code>binary_cross_entropy<wbr>_with_logits</code>",
}


def answers(found: dict) -> str:
    """Markdown: what each function says to two grey pixels."""
    lines = ["| Asked of | 0.3 | 1.5 |", "|:--|--:|--:|"]
    for name, given in found["answers"].items():
        cells = [
            each.split(":")[0] if isinstance(each, str) else fixed(each)
            for each in given
        ]
        lines.append(f"| {NAMES[name]} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines)


def alternative(found: dict) -> str:
    """The finding with its numbers."""
    scores = [one for each in found["scores"].values() for one in each]
    cut, tossed = (
        fixed(fmean(one[view] for one in scores), 0)
        for view in ("threshold", "afresh")
    )
    return (
        "Losses of networks trained on four views of the pixels. On"
        f" test images cut at one half all of them lie near {cut} nats,"
        f" on tossed ones all lie near {tossed}, whatever they were"
        " trained on."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """Two charts, a table and an error."""
    refusal = found["answers"]["strict"][0]
    return {
        "answers.md": answers(found),
        "refusal.txt": textwrap.fill(refusal, 42),
        "losses.html": chart(
            lambda fig, narrow: losses(found, fig, narrow),
            "losses",
            "column",
            (400, 400),
            alternative(found),
        ),
        "views.html": chart(
            lambda fig, narrow: views(found, fig, narrow),
            "views",
            "column",
            HEIGHTS,
            SHOWN,
        ),
    }
