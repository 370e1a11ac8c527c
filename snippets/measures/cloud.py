"""What the draw of a code does to the cost of its image."""

from statistics import fmean, stdev

import torch
from jaxtyping import Bool, Float
from torch import Tensor
from torch.distributions import Normal

from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import rate, reparametrise
from snippets.vae.model import VAE
from snippets.vae.training import Run
from snippets.weights import trained
from snippets.words import fixed, spread

DRAWS = 50  # of each image's code


@torch.no_grad()
def costs(
    model: VAE,
    x: Float[Tensor, "image pixel"],
    posterior: Normal,
    draws: int = DRAWS,
) -> Float[Tensor, "draw image"]:
    """Minus log p(x|z) in nats, for `draws` codes of each image."""
    generator = seeded(0)
    rows = []
    for _ in range(draws):  # all at once would fill the memory
        noise = torch.randn(posterior.loc.shape, generator=generator)
        decoded = model.decode(reparametrise(posterior, noise))
        rows.append(-model.likelihood.log_prob(x, decoded))
    return torch.stack(rows)


@torch.no_grad()
def cost_inside(
    model: VAE,
    x: Float[Tensor, "#image pixel"],
    noise: Float[Tensor, "image latent"],
    inside: Bool[Tensor, " pixel"],
) -> float:
    """Mean over the draws of what some pixels cost together, nats."""
    z = reparametrise(model.posterior(x), noise)
    cost = -model.likelihood.pixel_log_prob(x, model.decode(z))
    return cost[:, inside].sum(-1).mean().item()


@torch.no_grad()
def scatter(run: Run) -> dict[str, float]:
    """Over the test images: the mean cost, and how draws scatter.

    `share` is the median image's standard deviation over its mean;
    `together` is the standard deviation of the mean over all images,
    `batched` that of the mean over as many as a training step takes.
    """
    model = trained(run).model
    x = load(run.data).images("test", run.view)
    cost = costs(model, x, model.posterior(x))
    return {
        "mean": cost.mean().item(),
        "share": (cost.std(0) / cost.mean(0)).median().item(),
        "together": cost.mean(1).std().item(),
        "batched": (cost.var(0).mean() / run.batch).sqrt().item(),
    }


@torch.no_grad()
def widened(run: Run, factor: float) -> dict[str, float]:
    """Mean distortion, rate and sum with `factor` times the spread."""
    model = trained(run).model
    x = load(run.data).images("test", run.view)
    posterior = model.posterior(x)
    wider = Normal(posterior.loc, factor * posterior.scale)
    distortion = costs(model, x, wider).mean().item()
    price = rate(wider, model.prior()).mean().item()
    return {
        "distortion": distortion,
        "rate": price,
        "sum": distortion + price,
    }


def of_the_draws(found: dict) -> dict[str, str]:
    """How far the number moves with the code, here and elsewhere."""
    draws, prior = found["draws"], found["prior"]
    names = found["scatter"][0]
    all_seeds = {n: [s[n] for s in found["scatter"]] for n in names}
    said = {
        "mean": fixed(fmean(draws), 1),
        "deviation": fixed(stdev(draws), 1),
        "highest": fixed(max(draws), 1),
        "centre": fixed(found["centre"], 1),
        "prior": fixed(fmean(prior), 0),
        "prior_least": fixed(min(prior), 1),
        "all_mean": spread(all_seeds["mean"], 1),
        "all_share": spread([100 * s for s in all_seeds["share"]], 1),
        "together": spread(all_seeds["together"], 2),
        "batched": spread(all_seeds["batched"], 2),
    }
    for name, each in found["widths"].items():
        for part in each[0]:
            values = [one[part] for one in each]
            said[f"{name}_{part}"] = spread(values, 1)
    return said
