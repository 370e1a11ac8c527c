"""Ten digits under six losses, and the rate under each of them."""

from functools import partial
from statistics import fmean

from snippets.build import picture
from snippets.build.style import chart
from snippets.figures.parts import hides_rates
from snippets.words import fixed

CROP = slice(2, -2)  # MNIST's empty border
FOLDER = "generated/mse_hides_a_variance"
KEY = '<span class="f key f-bernoulli">cross-entropy</span> + KL'
ROWS = {
    "input": ("input", "Ten handwritten digits, 0 to 9."),
    "mean": (
        "σ² = 392: MSE + KL",
        "Ten times the same blur, the mean image.",
    ),
    "half": (
        "σ² = 1: SSE / 2 + KL",
        "Ten vague digits, many ambiguous.",
    ),
    "sum": (
        "σ² = ½: SSE + KL",
        "Ten soft digits; the 4 reads as a 9, the 5 nearly as a 0.",
    ),
    "eighth": (
        "σ² = ⅛",
        "Clearer; the 4 still reads as a 9, the 5 as a 5 or an 8.",
    ),
    "last": (
        "σ² = 1/32",
        "Clearest of all rows; the 4 still reads as a 9, the 5 as a 5"
        " or an 8.",
    ),
    "bernoulli": (
        KEY,
        "About as clear as at ⅛; the 4 reads as a 9, the 5 as an 8 or"
        " a 0.",
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
    """The table of digits, a PNG for each row of it, the chart."""
    pictures = {
        name: picture.row(images[:, CROP, CROP])
        for name, images in zip(ROWS, found["rows"], strict=True)
    }
    scored = {n: found["sweep"][v] for n, v in found["shown"].items()}
    scored["bernoulli"] = found["coins"]["bernoulli"]
    means = {n: fmean(each["rate"]) for n, each in scored.items()}
    rates = {n: fixed(mean, 1) for n, mean in means.items()}
    rates["input"] = "nats"
    rows = [row(name, rates[name]) for name in ROWS]
    alt = (
        "The rate against the variance that a squared error assumes."
        f" At 1/32 it is {rates['last']} nats, at ½ {rates['sum']}, at"
        f" 1 {rates['half']}, and at 19.6 and 392, where a mean over"
        " pixels leads, it is zero. Two level lines are the rates of"
        " cross-entropy, with the KL term counted once and three times."
    )
    return {
        **{f"{name}.png": png for name, png in pictures.items()},
        "rows.html": "\n".join(
            ['<table class="strip">', *rows, "</table>"]
        ),
        "rates.html": chart(
            partial(hides_rates.rates, found),
            "rates",
            "column",
            hides_rates.HEIGHTS,
            alt,
        ),
    }
