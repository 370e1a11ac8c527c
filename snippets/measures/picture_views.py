"""What the pictures of one law cost, and how far they are off."""

from collections.abc import Callable

import numpy as np
import torch
from jaxtyping import Float
from torch import Generator, Tensor
from torch.distributions import Bernoulli

from snippets.calibration import logits_of
from snippets.measures.grain import edges, specks
from snippets.vae.dataset import load, seeded
from snippets.vae.evaluation import samples
from snippets.vae.training import Run
from snippets.weights import trained

EACH = 40  # tosses of each image, for the spread of their cost
DIGITS = tuple(range(6))  # the rows of pictures
REPEATED = 3  # the digit whose code is tossed in a row

Images = Float[Tensor, "image pixel"]
Views = Callable[[Images, Generator], dict[str, Images]]


def in_pixels(
    x: Images, law: Bernoulli, seen: dict[str, Images]
) -> dict[str, float]:
    """Sums over the pixels, means over images at one code of each."""
    m = law.probs
    each = {
        "flips": torch.minimum(m, 1 - m),
        "flipped": (seen["toss"] - seen["threshold"]).abs(),
        "scatter": law.variance,
        "toss_cost": -law.log_prob(seen["toss"]),
        "digit_cost": -law.log_prob(x),
        "ink": x,
    }
    each |= {f"{n}_error": (y - x).square() for n, y in seen.items()}
    return {n: y.sum(-1).mean().item() for n, y in each.items()}


def in_grain(
    x: Images, law: Bernoulli, seen: dict[str, Images]
) -> dict[str, float]:
    """Specks per image; the share of flips that lie at an edge."""
    edge = edges(seen["threshold"])
    flips = torch.minimum(law.probs, 1 - law.probs)
    return {
        "digit_specks": specks(x),
        "toss_specks": specks(seen["toss"]),
        "threshold_specks": specks(seen["threshold"]),
        "edges": edge.double().mean().item(),
        "edge_flips": (flips[edge].sum() / flips.sum()).item(),
    }


def prices(
    x: Images, law: Bernoulli, paid: dict[str, Tensor]
) -> dict[str, Float[np.ndarray, " picture"]]:
    """Costs of many tosses, of the digits, of their thresholds.

    Each is taken from its expectation, in its standard deviation, at
    one code. `ahead`: nats of each toss above its threshold.
    """
    coins = law.probs.expand(EACH, *law.probs.shape)
    tosses = torch.bernoulli(coins, generator=seeded(4))
    cost = {
        "tosses": -law.log_prob(tosses).sum(-1),
        "digits": -law.log_prob(x).sum(-1),
        "thresholds": paid["mode"],
    }
    found = {
        name: (each - paid["entropy"]) / paid["deviation"]
        for name, each in cost.items()
    }
    found["ahead"] = cost["tosses"] - cost["thresholds"]
    return {n: each.flatten().numpy() for n, each in found.items()}


def place(run: Run, digit: int) -> int:
    """The first test image that shows `digit`."""
    return load(run.data).test.labels.tolist().index(digit)


def rows(
    run: Run, views: Views
) -> dict[str, Float[np.ndarray, "digit 28 28"]]:
    """The rows of digits of both tables."""
    x, logits = logits_of(run)
    places = [place(run, digit) for digit in DIGITS]
    one = logits[[place(run, REPEATED)] * len(DIGITS)]
    seen = views(logits[places], seeded(1))
    m = seen["mean"]
    pictures = {
        "input": x[places],
        **seen,
        "again": views(logits[places], seeded(2))["toss"],
        "doubt": 2 * torch.minimum(m, 1 - m),
        "one_code": views(one, seeded(3))["toss"],
        "codes": samples(trained(run).model, len(DIGITS), seed=0),
    }
    return {
        name: y.unflatten(-1, (28, 28)).numpy()
        for name, y in pictures.items()
    }
