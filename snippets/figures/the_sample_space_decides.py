"""The guide as a tree, what laws accept, and simulated cells."""

from functools import partial
from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts import guide_excess, guide_tree
from snippets.figures.parts.guide_rows import GROUPS
from snippets.words import fixed


def one_line(law: str) -> str:
    """Without the breaks that the picture needs."""
    return law.replace("-\n", "-").replace("\n", " ")


def told() -> str:
    """The tree in words."""
    said = [
        f"{leaf.value}: {one_line(leaf.law)}"
        for group in GROUPS.values()
        for leaf in group
    ]
    return (
        "A tree from what one value can be to a likelihood."
        f" {'; '.join(said)}; several kinds in one record: each its"
        " own law, and the logarithms are added."
    )


def ranked(found: dict) -> str:
    """The chart of the simulation in words."""
    said = []
    for short, title in guide_excess.PANELS.items():
        laws = found[short]["laws"]
        costs = ", ".join(
            f"{text} {fixed(fmean(laws[name]['bound']), 1)}"
            for name, text in guide_excess.NAMES.items()
        )
        said.append(f"If {title}: {costs}.")
    return (
        "Nats per cell above the truth, minus the ELBO of three"
        f" decoders. {' '.join(said)}"
    )


def asked(tried: dict[str, dict[str, list[str]]]) -> str:
    """A row for each law of torch."""
    rows = ["| `torch.distributions` | Accepts | Refuses |"]
    rows.append("|:--|:--|:--|")
    for name, said in tried.items():
        cells = [", ".join(said[k]) for k in ("accepts", "refuses")]
        rows.append(f"| `{name}` | {' | '.join(cells)} |")
    return "\n".join(rows)


def draw(found: dict) -> dict[str, str | bytes]:
    """Two charts, and a table as Markdown."""
    return {
        "tree.html": chart(
            guide_tree.tree,
            "tree",
            "column",
            guide_tree.HEIGHTS,
            told(),
        ),
        "excess.html": chart(
            partial(guide_excess.excess, found),
            "excess",
            "column",
            guide_excess.HEIGHTS,
            ranked(found),
        ),
        "asked.md": asked(found["tried"]),
    }
