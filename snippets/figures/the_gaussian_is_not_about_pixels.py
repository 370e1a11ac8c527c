"""The plane of codes beside its coins; one pixel under two laws."""

from snippets.build.style import chart
from snippets.figures.parts.spaces_map import HEIGHTS as MAP_HEIGHTS
from snippets.figures.parts.spaces_panels import spaces
from snippets.figures.parts.spaces_values import HEIGHTS, pixel


def draw(found: dict) -> dict[str, str | bytes]:
    """Two charts."""
    shares = [float(found["tossed"].mean())]
    shares.append(float((found["scattered"] < 0).mean()))
    shares.append(float((found["scattered"] > 1).mean()))
    ink, below, beyond = (f"{100 * share:.0f} %" for share in shares)
    return {
        "spaces.html": chart(
            lambda fig, narrow: spaces(found, fig, narrow),
            "spaces",
            "column",
            MAP_HEIGHTS,
            f"Left, the plane of codes: {len(found['loc'])} small"
            " ellipses, a Gaussian for each image, and two circles of"
            " the prior. Right, for five points of the plane, the map"
            " of probabilities of ink that the decoder makes of it;"
            " for four of them the image that the point belongs to.",
        ),
        "pixel.html": chart(
            lambda fig, narrow: pixel(found, fig, narrow),
            "pixel",
            "column",
            HEIGHTS,
            "Values of one pixel, drawn from two models with Gaussian"
            f" codes. Under the Bernoulli likelihood {ink} are 1 and"
            " all others 0. Under the Gaussian likelihood they spread"
            f" over a flat hill, {below} below 0 and {beyond} above 1,"
            " and the hill is no Gaussian either.",
        ),
    }
