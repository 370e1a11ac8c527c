"""The same trainings for four times as many steps, watched."""

from dataclasses import replace

from snippets import sweeps
from snippets.experiments import recorded
from snippets.experiments.growth import Growth
from snippets.measures.collapse import SWEEPS
from snippets.vae.evaluation import ACTIVE
from snippets.vae.training import Run
from snippets.words import fixed, power

LONGER = 4  # times as many steps
PAIR = sweeps.SEEDS[:2]


def longer(run: Run, **changes) -> list[Growth]:
    """The run from two starts, trained for longer and watched."""
    settings = vars(replace(run, epochs=LONGER * run.epochs, **changes))
    return [Growth(**{**settings, "seed": seed}) for seed in PAIR]


WATCHED = {
    "above": longer(SWEEPS["digits"][0.8][0]),
    "below": longer(SWEEPS["digits"][0.65][0]),
    "deep": longer(SWEEPS["digits"][0.5][0], hidden=(64, 64)),
    "far": longer(SWEEPS["digits"][0.17][0]),
    "mnist": longer(SWEEPS["mnist_5k"][4.5][0]),
}


def of_watched(runs: list[Growth]) -> dict[str, list]:
    """[start][epoch]: the largest direction, the counts, the rate."""
    each = [recorded(run) for run in runs]
    counts = {"latents": "spread", "many": "directions"}
    return {
        "first": [r["directions"][:, 0].tolist() for r in each],
        "rate": [r["rate"].tolist() for r in each],
        **{
            name: [(r[key] > ACTIVE).sum(1).tolist() for r in each]
            for name, key in counts.items()
        },
    }


def range_of(values: list, digits: int) -> str:
    """Both starts, the smaller first; one number if they agree."""
    low, high = fixed(min(values), digits), fixed(max(values), digits)
    return low if low == high else f"{low} and {high}"


def check_longer(watched: dict[str, dict]) -> None:
    """Raises ValueError unless codes grow and fade as is said."""
    grown = {
        "below": True,
        "mnist": True,
        "above": False,
        "deep": False,
    }
    for name, expected in grown.items():
        ends = [one[-1] > ACTIVE for one in watched[name]["first"]]
        if ends != [expected] * len(ends):
            raise ValueError(
                f"{name}: in use at the end: {ends}; the page says"
                f" {expected} of all: rewrite it"
            )


def words_of_longer(found: dict) -> dict[str, str]:
    """What four times as many steps change."""
    watched = found["watched"]
    check_longer(watched)
    short = SWEEPS["digits"][1.0][0].epochs
    far = watched["far"]
    said = {
        f"{name}_end": range_of([one[-1] for one in each["first"]], 3)
        for name, each in watched.items()
    }
    said |= {
        f"{name}_variance": f"{runs[0].variance:g}"
        for name, runs in WATCHED.items()
    }
    said |= {
        f"{name}_growth": fixed(each, 3)
        for name, each in found["growth"].items()
    }
    deep = max(one[-1] for one in watched["deep"]["first"])
    mnist = SWEEPS["mnist_5k"][1.0][0].epochs
    return said | {
        "deep_power": power(deep),
        "mnist_short": range_of(
            [one[mnist] for one in watched["mnist"]["first"]], 3
        ),
        "mnist_factor": fixed(
            found["eigenvalues"]["mnist_5k"][0]
            / WATCHED["mnist"][0].variance,
            2,
        ),
        "far_before": range_of([n[short] for n in far["latents"]], 0),
        "far_after": range_of([n[-1] for n in far["latents"]], 0),
        "far_many_before": range_of([n[short] for n in far["many"]], 0),
        "far_many_after": range_of([n[-1] for n in far["many"]], 0),
        "far_count": str(
            found["foretold"]["digits"][WATCHED["far"][0].variance][
                "count"
            ]
        ),
    }
