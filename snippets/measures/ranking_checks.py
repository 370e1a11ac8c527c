"""What the page of the ranking says, held against the numbers."""

from itertools import chain, pairwise
from statistics import fmean

COUNTED = (
    "beta_binomial",
    "logistic",
    "geometric",
    "binomial",
    "categorical",
    "discretised",
)
# By the page each law of a row costs less than the next.
ORDER = {
    "digits": (
        ("beta_binomial", "logistic", "geometric"),
        ("discretised", "pixel", "mean", "continuous"),
        ("categorical", "pixel"),
        ("binomial", "pixel"),
        ("geometric", "pixel"),
        ("mean", "learned", "sum", "parameter", "tosses", "average"),
    ),
    "mnist": (
        ("beta_binomial", "logistic", "mean", "learned", "geometric"),
        ("geometric", "parameter", "binomial", "tosses"),
    ),
}


def check(part: dict, rows: tuple[tuple[str, ...], ...]) -> None:
    """Raises ValueError where the prose has the order wrong."""
    laws = part["laws"]
    for less, more in chain.from_iterable(map(pairwise, rows)):
        if fmean(laws[less]["nats"]) >= fmean(laws[more]["nats"]):
            raise ValueError(
                f"the page says that {less} costs less than {more};"
                " it does not: rewrite the page"
            )


def check_steps(laws: dict) -> None:
    """Raises ValueError if the family is worth more than a width."""
    nats = {name: fmean(law["nats"]) for name, law in laws.items()}
    last = max(COUNTED, key=nats.__getitem__)
    family = nats[last] - nats["beta_binomial"]
    steps = (
        nats["sum"] - nats["learned"],
        nats["learned"] - nats["pixel"],
        nats["parameter"] - nats["mean"],
    )
    if family >= min(steps) or last != "binomial":
        raise ValueError(
            "the page says that a width decides more than the family,"
            " and that of the laws of counts the binomial is last;"
            " it is not so: rewrite the page"
        )


def check_bounds(laws: dict) -> None:
    """Raises ValueError if the sharper bound has another order."""
    nats = {n: fmean(law["evidence"]) for n, law in laws.items()}
    first = min(nats, key=nats.__getitem__) == "beta_binomial"
    gains = (
        nats["binomial"] < nats["geometric"],
        nats["pixel"] < nats["categorical"],
    )
    if not first or not all(gains):
        raise ValueError(
            "the page says who leads by the weighted bound, and who"
            " overtakes: rewrite the page"
        )


def check_lines(part: dict) -> None:
    """Raises ValueError where a law crossed a line of the chart."""
    bits = {n: fmean(law["bits"]) for n, law in part["laws"].items()}
    lines = part["lines"]
    packed = lines["xz"] < bits["beta_binomial"]
    last = all(
        x["chosen"] == x["epochs"] for x in part["laws"].values()
    )
    if not packed or not last or bits["binomial"] <= lines["uniform"]:
        raise ValueError(
            "the page says that xz beats all laws, a law that knows"
            " nothing the binomial, and that the last epoch was the"
            " best: rewrite the page"
        )
