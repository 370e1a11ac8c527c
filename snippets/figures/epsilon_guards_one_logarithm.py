"""What 1e-10 does: two curves, a grid of types, ten trainings."""

from snippets.build.style import chart
from snippets.figures.parts.epsilon_climb import highest
from snippets.figures.parts.epsilon_curves import curves
from snippets.figures.parts.epsilon_grid import cells
from snippets.words import fixed


def alts(found: dict) -> dict[str, str]:
    """What each chart shows, in a sentence."""
    certain = fixed(found["edges"]["float32"]["certain"], 2)
    ended = sum(bool(run["step"]) for run in found["runs"]["binary"])
    return {
        "curves": "Loss and slope of a pixel against its logit. With"
        " 1e-10 the loss of ink stops rising near logit −23, and its"
        f" slope falls to 0 below it; from logit {certain} on the loss"
        " of ink is NaN and that of paper infinite; both slopes are"
        " NaN.",
        "cells": "A grid of six ways to compute the loss in four types"
        " of numbers. Only the way from logits is right in every cell"
        " of all four types; in float64 the clip at eps is too.",
        "climb": "On pixels of 0 and 1 the highest logit climbs to"
        f" {certain}, where {ended} trainings end; on grey pixels it"
        " stays far below.",
    }


def draw(found: dict) -> dict[str, str | bytes]:
    """Three charts."""
    drawn = {
        "curves": (curves, (410, 700)),
        "cells": (cells, (650, 1310)),
        "climb": (highest, (290, 270)),
    }
    said = alts(found)
    return {
        f"{name}.html": chart(
            lambda fig, narrow, paint=paint: paint(found, fig, narrow),
            name,
            "column",
            heights,
            said[name],
        )
        for name, (paint, heights) in drawn.items()
    }
