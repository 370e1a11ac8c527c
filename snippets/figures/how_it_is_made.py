"""The flow of the data along the code, and the imports back."""

from snippets.build.style import chart
from snippets.figures.parts.house_flow import HEIGHTS, house_flow


def said(found: dict) -> str:
    """What the drawing shows, in words."""
    names = list(found["files"])
    each = [f"{name} ({n} files)" for name, n in found["files"].items()]
    right = sum(n for a, b, n in found["imports"] if b > a)
    strongest = max(found["imports"], key=lambda arc: arc[2])
    return (
        f"The data flow through {', '.join(each)} to the pages: images"
        " become models, models numbers, numbers drawings. Arcs show"
        f" which imports which. Most, {strongest[2]}, lead from"
        f" {names[strongest[0]]} to {names[strongest[1]]}, and {right}"
        " lead in the direction of the flow."
    )


def draw(found: dict) -> dict[str, str]:
    """One chart: in a row, or on a phone in a column."""
    return {
        "flow.html": chart(
            lambda fig, narrow: house_flow(found, fig, narrow),
            "flow",
            "full",
            HEIGHTS,
            said(found),
        )
    }
