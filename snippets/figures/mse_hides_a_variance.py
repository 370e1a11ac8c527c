"""The frontier of squared error, and ten digits under four losses."""

from statistics import fmean

from snippets.build import picture
from snippets.build.style import chart
from snippets.figures.parts.frontier import frontier
from snippets.words import fixed, fraction

CROP = slice(2, -2)  # MNIST's empty border
FOLDER = "generated/mse_hides_a_variance"
KEY = '<span class="f key f-bernoulli">cross-entropy</span> + KL'
ROWS = {
    "input": ("input", "Ten handwritten digits, 0 to 9."),
    "mean": (
        "mean squared error + KL",
        "Ten times the same blur, the mean image.",
    ),
    "half": ("SSE / 2 + KL", "Ten vague digits, many ambiguous."),
    "sum": ("SSE + KL", "Ten soft digits."),
    "bernoulli": (
        KEY,
        "Clearer shapes; the 4 reads as a 9, the 5 is ambiguous.",
    ),
}


def row(name: str, rate: str) -> str:
    """A line of the table: what it is, ten digits, the rate."""
    title, alt = ROWS[name]
    image = picture.html(f"{FOLDER}/{name}.png", 258, 24, alt)
    return (
        f'<tr><th scope="row">{title}</th><td>{image}</td>'
        f"<td>{rate}</td></tr>"
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """The chart, the table of digits, and a PNG for each row of it."""
    pictures = {
        name: picture.row(images[:, CROP, CROP])
        for name, images in zip(ROWS, found["rows"], strict=True)
    }
    scored = {n: found["sweep"][v] for n, v in found["shown"].items()}
    scored["bernoulli"] = found["bernoulli"]
    means = {n: fmean(each["rate"]) for n, each in scored.items()}
    rates = {n: fixed(mean, 1) for n, mean in means.items()}
    rates["input"] = "nats"
    rows = [row(name, rates[name]) for name in ROWS]
    alt = (
        "Squared error falls as the rate rises, along one curve from"
        f" variance {fraction(max(found['sweep']))}, where nothing gets"
        f" through, to {fraction(min(found['sweep']))}."
        " Cross-entropy lies beside it, near a variance of"
        f" {fixed(fmean(found['matched']), 2)}."
    )
    return {
        **{f"{name}.png": png for name, png in pictures.items()},
        "rows.html": "\n".join(
            ['<table class="strip">', *rows, "</table>"]
        ),
        "frontier.html": chart(
            lambda fig, narrow: frontier(found, fig, narrow),
            "frontier",
            "column",
            (330, 290),
            alt,
        ),
    }
