"""The table of all likelihoods, as Markdown."""

from snippets.build.palette import ALIASES

SPACES = {
    "binary": "0 or 1",
    "grey": "0 to 1",
    "counts": "0 to *n*, whole",
    "real": "any number",
}
USES = {
    "bernoulli": "a pixel that is ink or paper",
    "expected-bernoulli": "grey pixels: the mean over their tosses",
    "continuous-bernoulli": "grey pixels, as a density",
    "gaussian": "squared error, its variance said aloud",
    "learned-gaussian": "one variance, learned with the weights",
    "optimal-gaussian": "one variance, the best for each batch",
    "pixel-gaussian": "a variance of its own for each pixel",
    "binomial": "counts of independent tosses",
    "truncated-geometric": "counts that crowd at an end",
    "beta-binomial": "counts of tosses that go together",
    "categorical": "counts, with no shape assumed",
    "discretised-gaussian": "a Gaussian, cut into counts",
    "discretised-logistic": "a bell with heavier tails, cut",
}


def key(name: str) -> str:
    """The name in the colour of its law, with its line before it."""
    style = ALIASES.get(name, name)
    return f'<span class="f key f-{style}">{name}</span>'


def table(found: dict) -> str:
    """Markdown: a row for each family."""
    rows = [
        "| Family | A pixel is | Numbers | For |",
        "|:--|:--|--:|:--|",
    ]
    for name, support in found["supports"].items():
        cells = (key(name), SPACES[support], found["sizes"][name])
        rows.append("| {} | {} | {} | {} |".format(*cells, USES[name]))
    return "\n".join(rows)
