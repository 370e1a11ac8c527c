"""Three rulers around four targets, ten fits, errors by doubt."""

from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts.aim_bowls import bowls
from snippets.figures.parts.aim_doubt import NAMES, doubt
from snippets.figures.parts.aim_rows import pngs, rows
from snippets.words import fixed


def sorted_errors(found: dict) -> str:
    """What the chart of errors shows, in words."""
    said = []
    for variance, pair in found["shared"].items():
        ends = [fmean(g[i] for g in pair["gaps"]) for i in (0, -1)]
        name = NAMES.get(variance, f"σ² = {variance:g}")
        low, high = (fixed(end, 0) for end in ends)
        said.append(f"against {name} from {low} to {high} per cent")
    return (
        "The squared error of cross-entropy, in per cent above that of"
        " a Gaussian, against the doubt m(1 - m) of a pixel, from the"
        f" surest pixels to the most doubtful: {'; '.join(said)}."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """Two charts, a table of pictures and its PNGs."""
    matched = next(v for v in found["shared"] if v not in NAMES)
    return {
        **pngs(found["table"]),
        "rows.html": rows(found["table"]),
        "bowls.html": chart(
            lambda fig, narrow: bowls(found["bowls"], fig, narrow),
            "aim-bowls",
            "column",
            (400, 350),
            "Cost against forecast for the targets 0.02, 0.2, 0.5 and"
            " 0.8. Cross-entropy and both Gaussians are zero at the"
            " target. Cross-entropy is nowhere below the Gaussian of"
            " variance one quarter, close to it for a target of one"
            " half, and far above it for a target of 0.02.",
        ),
        "doubt.html": chart(
            lambda fig, _: doubt(found["shared"], matched, fig),
            "aim-doubt",
            "column",
            (330, 310),
            sorted_errors(found),
        ),
    }
