"""How much a code can be worth, and networks whose rate is dearer."""

from collections.abc import Iterable
from functools import cache

from snippets.experiments.priced import Priced, opened
from snippets.frontier import squared_error
from snippets.vae.dataset import load
from snippets.vae.evaluation import active_units, evaluate


@cache
def spread_of_images(data: str) -> float:
    """Squared error per image of the mean training image."""
    x = load(data).images("train", "grey")
    return x.var(0, unbiased=False).sum().item()


# --8<-- [start:ceiling]
def ceiling(spread: float, variance: float) -> float:
    """The most that a code can cost and be worth it, nats per image.

    `spread`: the squared error of an image without a code.
    """
    return spread / (2 * variance)


# --8<-- [end:ceiling]
def within(sweep: dict[float, dict], spread: float) -> None:
    """Raises ValueError where a rate exceeds its ceiling."""
    for variance, each in sweep.items():
        if max(each["rate"]) > ceiling(spread, variance):
            raise ValueError(
                "the page says that no code costs more than it can"
                f" save; at {variance} one does: rewrite it"
            )


@cache
def score(priced: Priced) -> dict[str, float]:
    """Rate in nats per image, squared error per pixel, latents."""
    model, settings = opened(priced), priced.settings
    x = load(settings.data).images("test", settings.view)
    return {
        "rate": evaluate(model, x).rate.mean().item(),
        "error": squared_error(model, x),
        "active": active_units(model, x),
    }


def scored(group: Iterable[Priced]) -> dict[str, list[float]]:
    """Each score with one value for each training."""
    each = [score(priced) for priced in group]
    return {name: [one[name] for one in each] for name in each[0]}
