"""Numbers of the page on grey densities, as its prose says them."""

from snippets.measures import tilts
from snippets.measures.readings import SAMPLES
from snippets.words import fixed, spread

SUN = 0.7  # the forecast that does not add up


def under(name: str) -> str:
    """The name of a law as a page can ask for it."""
    return name.replace("-", "_")


def words_of_laws(found: dict) -> dict[str, str]:
    """The forecast, the areas, the mean at m = 0.1, the logits."""
    half = tilts.unnormalised(SUN, 2)
    misread = found["mean_at"]["truncated-geometric"][0]
    said = {
        "sun": fixed(100 * half[2], 0),
        "rain": fixed(100 * half[0], 0),
        "half": fixed(100 * half[1], 0),
        "total": fixed(100 * sum(half), 0),
        "lambda": fixed(found["lambda"], 6),
        "count_as_mean": fixed(tilts.LEVELS * found["example"], 1),
        "count_as_parameter": fixed(tilts.LEVELS * misread, 1),
    }
    for name, means in found["mean_at"].items():
        said[f"{under(name)}_mean"] = fixed(means[0], 2)
    for name, logits in found["logits"].items():
        for place, logit in enumerate(logits):
            said[f"{under(name)}_{place}"] = fixed(logit, 2)
    for place, below in enumerate(found["areas"].values()):
        said[f"area_{place}"] = fixed(below, 2)
    return said


def words_of_readings(crossed: dict, counted: dict) -> dict[str, str]:
    """Nats per image, rates, and the noise assumed and met."""
    pairs = zip(crossed["parameter"], crossed["mean"], strict=True)
    return {
        "draws": str(SAMPLES),
        "as_mean": spread(crossed["mean"], 1),
        "as_parameter": spread(crossed["parameter"], 1),
        "trained": spread(counted["nats"], 1),
        "extra": spread([worse - better for worse, better in pairs], 1),
        "rate": spread(crossed["rate"], 1),
        "trained_rate": spread(counted["rate"], 1),
        "assumed": spread(crossed["assumed"], 3),
        "met": spread(crossed["error"], 3),
        "tosses": tosses(crossed),
        "trained_tosses": tosses(counted),
        "trained_assumed": spread(counted["assumed"], 3),
        "trained_met": spread(counted["error"], 3),
    }


def tosses(found: dict) -> str:
    """Of how many tosses the mean has the error that is met."""
    both = zip(found["coin"], found["error"], strict=True)
    return spread([coin / met for coin, met in both], 2)


def words_of_fits(fits: dict) -> dict[str, str]:
    """Nats per image of each law, and how far tosses go together."""
    levels, over = fits["levels"], fits["dispersion"]
    return {
        **{
            f"fit_{under(name)}": fixed(cost, 1)
            for name, cost in fits["nats"].items()
        },
        "uniform": fixed(fits["uniform"], 1),
        "levels": str(levels),
        "outcomes": str(levels + 1),
        "images": f"{fits['images']:,}",
        "still": str(fits["still"]),
        "gained": fixed(
            fits["nats"]["truncated-geometric"]
            - fits["nats"]["beta-binomial"],
            1,
        ),
        "dispersion": fixed(over, 1),
        "together": fixed(levels / over, 1),
        "correlation": fixed((over - 1) / (levels - 1), 2),
        "dispersion_least": fixed(fits["dispersions"][0], 1),
        "dispersion_most": fixed(fits["dispersions"][1], 1),
        "row": str(fits["row"]),
        "column": str(fits["column"]),
        "none": fixed(100 * fits["pixel"]["categorical"][0], 0),
        "full": fixed(100 * fits["pixel"]["categorical"][-1], 0),
    }
