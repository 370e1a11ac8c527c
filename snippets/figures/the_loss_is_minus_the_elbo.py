"""The loss taken apart, its twin, and the loss with a wrong sign."""

from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts.lines_agree import (
    PAIRS,
    losses,
    worst,
)
from snippets.figures.parts.lines_apart import taken_apart
from snippets.figures.parts.lines_sign import signs
from snippets.words import fixed, power


def rise_of(curve: list[float]) -> float:
    """The largest value, in units of the first."""
    return max(curve) / curve[0]


def ends(rates: dict) -> tuple[float, float]:
    """With the right sign, the mean rate at both ends of the chart."""
    last = max(map(len, rates["sign"]))
    shown = [row[:last] for row in rates["none"]]
    start = fmean(row[0] for row in shown)
    return start, fmean(row[-1] for row in shown)


def alternatives(found: dict) -> dict[str, str]:
    """What each chart shows, in words."""
    at = found["shown"]
    pixels, code = found["distortion"][at], found["rate"][at]
    single, bare = (
        power(max(worst(found, pair)))
        for pair in ("question_32", "bare_64")
    )
    rise = max(rise_of(worst(found, pair)) for pair in PAIRS)
    end = power(max(max(row) for row in found["rates"]["sign"]))
    start, last = ends(found["rates"])
    return {
        "apart": f"The costs of {len(found['pixels'])} pixels add up to"
        f" {fixed(pixels, 1)} nats, those of {len(found['latents'])}"
        f" latents to {fixed(code, 1)}, together the"
        f" {fixed(pixels + code, 1)} of one image."
        f" The mean over {len(found['rate'])} images is"
        f" {fixed(found['cost'], 1)}.",
        "losses": "The two losses differ by less than a share of"
        f" {single} at every step in float32, and by less than {bare}"
        " in float64 without the 1e-10. No curve rises above"
        f" {fixed(rise, 1)} times its start.",
        "signs": "With the rate subtracted, the rate of every seed"
        f" grows towards {end} nats per image, until the loss is not"
        " a number. With the rate added, it goes from"
        f" {fixed(start, 2)} nats to {fixed(last, 2)} meanwhile.",
    }


def draw(found: dict) -> dict[str, str | bytes]:
    """Three charts."""
    drawn = {
        "apart": (taken_apart, (250, 316)),
        "losses": (losses, (280, 280)),
        "signs": (signs, (280, 280)),
    }
    said = alternatives(found)
    return {
        f"{name}.html": chart(
            lambda fig, narrow, shown=shown: shown(found, fig, narrow),
            name,
            "column",
            heights,
            said[name],
        )
        for name, (shown, heights) in drawn.items()
    }
