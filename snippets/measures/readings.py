"""What a network says of a grey pixel, read in two ways.

Its m can be the mean of the pixel's law, or the law's parameter.
"""

from collections.abc import Callable, Iterable

import torch
from jaxtyping import Float
from scipy.interpolate import CubicSpline
from torch import Tensor

from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import rate
from snippets.vae.evaluation import draws, evaluate
from snippets.vae.families import TruncatedGeometric
from snippets.vae.likelihood import Likelihood
from snippets.vae.training import Run
from snippets.weights import trained

SAMPLES = 8  # codes for each image, as in snippets/vae/evaluation.py
FAR = -2000.0  # no mean here asks for a lower parameter
HALVINGS = 45  # of the bracket: it ends below 1e-10
POINTS = 4000  # of the grid; between them a cubic, right to 1e-7


# --8<-- [start:slope_with_mean]
def halved(
    law: Likelihood, share: Float[Tensor, " mean"]
) -> Float[Tensor, " mean"]:
    """The parameter l at which `law` has each mean, 1/2 at most."""
    low, high = torch.full_like(share, FAR), torch.zeros_like(share)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        mean = law.mean(middle[None, :, None])[0] / law.levels
        low = torch.where(mean < share, middle, low)  # ①
        high = torch.where(mean < share, high, middle)
    return high


def slope_with_mean(
    law: Likelihood, logits: Float[Tensor, "*batch pixel"]
) -> Float[Tensor, "*batch pixel"]:
    """The parameter l at which `law` has the mean sigmoid(logits).

    In float64; counts are shares of `levels`.
    """
    below = -logits.double().abs()  # ②
    if below.numel() <= POINTS:
        slope = halved(law, below.flatten().sigmoid()).view_as(below)
    else:
        grid = torch.linspace(below.amin(), 0.0, POINTS).double()
        curve = CubicSpline(grid, halved(law, grid.sigmoid()))  # ③
        slope = torch.from_numpy(curve(below))
    return -logits.sign() * slope  # ④


# --8<-- [end:slope_with_mean]
@torch.no_grad()
def two_readings(run: Run) -> dict[str, float]:
    """Negative ELBO on counts, nats per image, of one network.

    `run` was trained by cross-entropy; its m is the mean of a
    truncated geometric, or its logit is the parameter of one.
    """
    model, data = trained(run).model, load(run.data)
    x = data.images("test", "grey")
    posterior = model.posterior(x)
    logits = model.decode(draws(posterior, SAMPLES, seeded(0)))
    logits = logits.squeeze(-1).double()
    nats = rate(posterior, model.prior()).mean().item()
    law, counts = TruncatedGeometric(data.levels), x * data.levels
    slopes = {"mean": slope_with_mean(law, logits), "parameter": logits}
    m = logits.sigmoid()
    found = {"rate": nats, **noise(x.double(), m, m * (1 - m))}
    for name, slope in slopes.items():
        fit = law.log_prob(counts.double(), slope.unsqueeze(-1))
        found[name] = nats - fit.mean().item()
    return found


@torch.no_grad()
def trained_for_counts(run: Run) -> dict[str, float]:
    """The same scores of a truncated geometric trained as such."""
    model, data = trained(run).model, load(run.data)
    counts = data.images("test", "counts")
    both = evaluate(model, counts, SAMPLES)
    z = draws(model.posterior(counts), SAMPLES, seeded(0))
    table = model.likelihood.table(model.decode(z)).double().exp()
    x = torch.arange(data.levels + 1) / data.levels
    mean = table @ x.double()
    variance = table @ x.double().square() - mean.square()
    return {
        "rate": both.rate.mean().item(),
        "nats": -both.elbo.mean().item(),
        **noise(counts.double() / data.levels, mean, variance),
    }


def noise(
    x: Float[Tensor, "image pixel"],
    mean: Float[Tensor, "*sample image pixel"],
    variance: Float[Tensor, "*sample image pixel"],
) -> dict[str, float]:
    """Variances of the law and of a coin with its mean; the error."""
    return {
        "assumed": variance.mean().item(),
        "coin": (mean * (1 - mean)).mean().item(),
        "error": (x - mean).square().mean().item(),
    }


def every(
    score: Callable[[Run], dict[str, float]], runs: Iterable[Run]
) -> dict[str, list[float]]:
    """`score` of each run, one list for each name."""
    each = [score(run) for run in runs]
    return {name: [one[name] for one in each] for name in each[0]}
