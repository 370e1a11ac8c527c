"""Two curves, their slopes, and two losses at one rate."""

from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts.curve_digits import small_images
from snippets.figures.parts.curve_rows import pictures, pngs, table
from snippets.figures.parts.curve_slopes import NAMES, slopes
from snippets.figures.parts.frontier import frontier
from snippets.measures.curve_words import SIDES
from snippets.measures.curves import steps
from snippets.words import fixed, fraction


def alternatives(found: dict) -> tuple[str, str, str]:
    """What the three charts show, in words."""
    mnist, digits = found["mnist"], found["digits"]
    variances = mnist["sweep"]
    near = [
        fixed(fmean(each["matched"]), 2) for each in (mnist, digits)
    ]
    return (
        "Squared error falls as the rate rises, along one curve from"
        f" variance {fraction(max(variances))}, where nothing gets"
        f" through, to {fraction(min(variances))} and to a learned"
        " variance. Cross-entropy lies beside it, near a variance of"
        f" {near[0]}.",
        "The same curve on small images, with cross-entropy on it near"
        f" a variance of {near[1]}, and the linear VAE's curve beside.",
        "Slopes between neighbours, and the boxes in which minima must"
        " have them. On digits most lie in their boxes; on MNIST most"
        " lie above.",
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """Three charts, the table of digits, and a PNG for each row."""
    first, second, third = alternatives(found)
    places = found["mnist"] | {"learned": found["learned"]}
    each = {n: steps(found[n]["training"], SIDES[n]) for n in NAMES}
    return {
        **pngs(pictures(found["rows"])),
        "rows.html": table(found),
        "frontier.html": chart(
            lambda fig, narrow: frontier(places, fig, narrow),
            "frontier",
            "column",
            (330, 290),
            first,
        ),
        "digits.html": chart(
            lambda fig, narrow: small_images(found, fig, narrow),
            "digits",
            "column",
            (310, 290),
            second,
        ),
        "slopes.html": chart(
            lambda fig, narrow: slopes(each, fig, narrow),
            "slopes",
            "column",
            (300, 560),
            third,
        ),
    }
