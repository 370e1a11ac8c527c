"""Two rankings, three tables, and what the laws draw."""

from functools import partial
from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts.ranking_dots import dots
from snippets.figures.parts.ranking_names import NAMES
from snippets.figures.parts.ranking_scale import heights
from snippets.figures.parts.ranking_tables import (
    costs,
    ordered,
    readings,
    sizes,
    strip,
)
from snippets.words import fixed


def alternative(part: dict) -> str:
    """The order of the laws, in words."""
    laws = part["laws"]
    said = [
        f"{NAMES[name]} {fixed(fmean(laws[name]['bits']), 2)}"
        for name in ordered(laws)
    ]
    lines = [f"{n} {fixed(v, 2)}" for n, v in part["lines"].items()]
    return (
        f"Bits per pixel, from the cheapest: {', '.join(said)}."
        f" For comparison: {', '.join(lines)}."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """Charts as HTML, tables as Markdown, a PNG for each row."""
    files = dict(strip(found["digits"]))
    for name in ("digits", "mnist"):
        part = found[name]
        files[f"{name}.html"] = chart(
            partial(dots, part),
            name,
            "column",
            heights(part),
            alternative(part),
        )
        files[f"{name}_costs.md"] = costs(part["laws"])
        files[f"{name}_sizes.md"] = sizes(part["laws"])
    return {**files, "readings.md": readings(found["digits"])}
