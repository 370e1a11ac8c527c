"""Grey images tossed to 0 or 1, and what the tosses cost a model."""

from statistics import fmean, stdev

import torch
from torch.distributions import Bernoulli

from snippets.sweeps import PIXELS
from snippets.vae.dataset import load, see, seeded
from snippets.vae.evaluation import evaluate, log_evidence
from snippets.vae.training import Run
from snippets.weights import trained
from snippets.words import fixed, spread

DRAWS = 100  # of z for each toss, to come closer to log p(b)
SETS = 16  # of tosses, to see their luck


def limits(run: Run) -> dict[str, float]:
    """Mean nats per test image: what the loss on grey is a limit of.

    `grey` is the loss, `evidence` an importance-weighted -log p of
    one toss of each image.
    """
    model, data = trained(run).model, load(run.data)
    x = data.images("test", "grey")
    b = see(data.test.counts, data.levels, "afresh", seeded(run.seed))
    both = evaluate(model, x)
    return {
        "distortion": both.distortion.mean().item(),
        "rate": both.rate.mean().item(),
        "grey": -both.elbo.mean().item(),
        "evidence": -log_evidence(model, b, DRAWS).mean().item(),
    }


def luck(run: Run) -> list[float]:
    """The loss of one network on sets of tosses, in nats per image."""
    model, x = trained(run).model, load(run.data).images("test", "grey")
    # No training and no other set of tosses starts from these seeds.
    drawn = [
        torch.bernoulli(x, generator=seeded(1000 + seed))
        for seed in range(SETS)
    ]
    return [-evaluate(model, b).elbo.mean().item() for b in drawn]


def by_hand(
    grey: float, forecasts: tuple[float, ...]
) -> dict[str, str]:
    """One grey pixel under some forecasts: mean costs, in nats."""
    said = {"example": fixed(grey, 1)}
    for place, m in enumerate(forecasts, start=1):
        coin = Bernoulli(probs=torch.tensor(m).double())
        both = -coin.log_prob(torch.tensor([1.0, 0.0]))
        ink, paper = both.tolist()
        row = {"ink": ink, "paper": paper}
        row["both"] = grey * ink + (1 - grey) * paper
        said |= {f"{n}{place}": fixed(v, 3) for n, v in row.items()}
        said[f"m{place}"] = fixed(m, 1)
    return said


def of_limits(
    floor: float, each: list[dict[str, float]], luck: list[float]
) -> dict[str, str]:
    """The loss on grey, what it bounds, and the floor, in nats."""
    lists = {name: [one[name] for one in each] for name in each[0]}
    costs = lists["distortion"]
    return {
        **{name: spread(values, 1) for name, values in lists.items()},
        "seeds": str(len(each)),
        "draws": str(DRAWS),
        "sets": str(SETS),
        "luck": fixed(stdev(luck), 1),
        "floors": fixed(floor, 1),
        "floor_pixel": fixed(floor / PIXELS, 3),
        "cost_pixel": fixed(fmean(costs) / PIXELS, 3),
        "above": spread([one - floor for one in costs], 1),
        "share": spread([100 * floor / one for one in costs], 1),
    }
