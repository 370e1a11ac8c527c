"""Three views of six digits, costs of tosses, like neighbours."""

from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts.picture_costs import histogram
from snippets.figures.parts.picture_likeness import panels
from snippets.figures.parts.picture_rows import (
    CODES,
    ROWS,
    numbers,
    png,
    table,
)
from snippets.words import fixed


def alternatives(found: dict) -> tuple[str, str]:
    """What the two charts show, in words."""
    like = found["likeness"]
    near = {
        n: fixed(fmean(v[0] for v in each), 2)
        for n, each in like.items()
    }
    low = fixed(fmean(found["prices"]["thresholds"]), 1)
    return (
        "Three histograms of cost. Tosses make a bell around the"
        " expected cost, test images a wider one in nearly the same"
        f" place. Thresholds lie around {low} standard deviations, to"
        " the left of nearly all tosses.",
        "Correlation against distance. Over all codes, pixels side by"
        f" side have {near['digits']} in the digits and {near['drawn']}"
        f" in samples. Less the mean at its own code, digits have"
        f" {near['digits_left']}; tosses of one code have"
        f" {near['one_code']}.",
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """Two tables of pictures, their PNGs, and two charts."""
    costs, likeness = alternatives(found)
    return {
        **{
            f"{name}.png": png(images)
            for name, images in found["rows"].items()
        },
        "views.html": table(ROWS, numbers(found)),
        "codes.html": table(CODES, {}),
        "costs.html": chart(
            lambda fig, narrow: histogram(found, fig, narrow),
            "costs",
            "column",
            (280, 270),
            costs,
        ),
        "likeness.html": chart(
            lambda fig, narrow: panels(found, fig, narrow),
            "likeness",
            "column",
            (260, 490),
            likeness,
        ),
    }
