"""Ten digits and ten samples by loss; a toy; contrast by rate."""

from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts.blur_bit import bit
from snippets.figures.parts.blur_rate import against_rate
from snippets.figures.parts.blur_rows import ROWS, png, table
from snippets.figures.parts.blur_toy import toy
from snippets.words import fixed


def alternatives(found: dict) -> dict[str, str]:
    """What each chart shows, in words."""
    weak = max(fmean(s["kept"]) for s in found["weak"].values())
    return {
        "toy": (
            "A stroke stands left in half of the images and right in"
            " the other half. Their mean is half ink in both places."
            " Three tosses of the mean are scattered dots."
        ),
        "bit": (
            "The best picture against the variance. Under a Gaussian"
            " the stroke and its ghost draw level as the variance"
            " grows, and are equal from one half per pixel of the"
            " stroke on. Under a Bernoulli the stroke stays sharp."
        ),
        "rate": (
            "Contrast kept against rate. Squared errors of seven"
            " fixed variances and of the best one rise along one line,"
            " and cross-entropy lies close to it. A small network, two"
            " latents and a short training"
            f" lie below, at no more than {fixed(weak, 0)} %."
        ),
    }


def draw(found: dict) -> dict[str, str | bytes]:
    """Two tables of pictures, their PNGs, three charts."""
    alt = alternatives(found)
    names = ("input", *found["twins"])
    seen = dict(zip(names, found["rows"], strict=True))
    drawn = dict(zip(found["twins"], found["samples"], strict=True))
    pictures = {f"{name}.png": png(seen[name]) for name in ROWS}
    pictures |= {f"s_{n}.png": png(drawn[n]) for n in drawn}
    charts = {
        "toy": (toy, (150, 270)),
        "bit": (bit, (440, 400)),
        "rate": (
            lambda fig, narrow: against_rate(found, fig, narrow),
            (360, 330),
        ),
    }
    return {
        **pictures,
        "rows.html": table(found, "kept"),
        "samples.html": table(found, "means"),
        **{
            f"{name}.html": chart(
                made, f"blur-{name}", "column", heights, alt[name]
            )
            for name, (made, heights) in charts.items()
        },
    }
