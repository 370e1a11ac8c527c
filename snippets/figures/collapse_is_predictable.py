"""Counts for two data sets, their spectra, and faint codes."""

from functools import partial
from statistics import fmean

from snippets.build.style import chart
from snippets.figures.parts.collapse_counts import counts
from snippets.figures.parts.collapse_growth import HEIGHTS, growth
from snippets.figures.parts.collapse_spectrum import spectrum
from snippets.words import fixed, spread

NAMES = {"digits": "the digits", "mnist_5k": "MNIST"}
HEAD = (
    "| σ² | Predicted and linear | Network: directions (latents)"
    " | Its loss, minus the linear |\n|--:|--:|--:|--:|"
)


def row(variance: float, foretold: dict, network: dict) -> str:
    """Counts at one variance, and who has the lower loss."""
    excess = [each - foretold["loss"] for each in network["loss"]]
    sign = "+" if fmean(excess) > 0 else ""
    cells = (
        f"{variance:g}",
        str(foretold["count"]),
        f"{spread(network['directions'], 1)}"
        f" ({fixed(fmean(network['latents']), 0)})",
        f"{sign}{spread(excess, 2)}",
    )
    return "| {} | {} | {} | {} |".format(*cells)


def table(data: str, found: dict) -> str:
    """Markdown: a row for each variance, the largest first."""
    foretold = found["foretold"][data]
    swept = found["network"][data].items()
    rows = [row(v, foretold[v], each) for v, each in swept]
    return "\n".join([HEAD, *rows])


def counted(data: str, found: dict) -> str:
    """The chart of one data set."""
    first = found["eigenvalues"][data][0]
    alt = (
        f"On {NAMES[data]} no latent is used above a variance of"
        f" {fixed(first, 2)}, the largest eigenvalue. Below it the"
        " trained linear VAE uses as many latents as there are"
        " eigenvalues above the variance, and the network's code at"
        " most about as many directions."
    )
    draw_it = partial(counts, data, found)
    return chart(draw_it, f"counts-{data}", "column", (350, 340), alt)


def draw(found: dict) -> dict[str, str]:
    """Four charts and two tables."""
    lines = (
        "On a logarithmic axis the eigenvalues of two data sets fall."
        " Some lie above the variances of SSE + KL and of SSE/2 + KL,"
        " none above those of the mean squared error."
    )
    faint = (
        "Below the largest eigenvalue a faint code grows, above it"
        " fades. Close to it growth takes thousands of steps, and with"
        " two hidden layers it fails."
    )
    return {
        **{f"{data}.html": counted(data, found) for data in NAMES},
        **{f"{data}.md": table(data, found) for data in NAMES},
        "spectrum.html": chart(
            partial(spectrum, found),
            "spectrum",
            "column",
            (380, 380),
            lines,
        ),
        "growth.html": chart(
            partial(growth, found), "growth", "column", HEIGHTS, faint
        ),
    }
