"""Laws of counts, each fitted to every pixel by maximum likelihood."""

import math

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from snippets.measures.readings import slope_with_mean
from snippets.vae.families import (
    BetaBinomial,
    Binomial,
    TruncatedGeometric,
)

STEPS = 300  # of L-BFGS; the gradient is then below 1e-3


def shares(
    k: Float[Tensor, "image pixel"], levels: int
) -> Float[Tensor, "pixel level"]:
    """How often each count 0..levels comes, for each pixel."""
    each = [
        (k == level).double().mean(0) for level in range(levels + 1)
    ]
    return torch.stack(each, dim=-1)


def varying(k: Float[Tensor, "image pixel"]) -> Bool[Tensor, " pixel"]:
    """Which pixels change at all.

    Every law but the uniform can name one count for certain, at least
    in the limit, so that such a pixel costs it nothing.
    """
    return k.amin(0) < k.amax(0)


def beta_binomial(
    seen: Float[Tensor, "pixel level"],
) -> Float[Tensor, "pixel level"]:
    """log p of the best beta-binomial of each pixel."""
    law = BetaBinomial(seen.shape[-1] - 1)
    decoded = torch.zeros(1, len(seen), 2, dtype=torch.float64)
    decoded.requires_grad_()
    search = torch.optim.LBFGS(
        [decoded], max_iter=STEPS, line_search_fn="strong_wolfe"
    )

    def step() -> Tensor:
        search.zero_grad()
        cost = -(seen * law.table(decoded)[0]).sum()
        cost.backward()
        return cost

    search.step(step)
    return law.table(decoded.detach())[0]


def tables(
    k: Float[Tensor, "image pixel"], levels: int
) -> dict[str, Float[Tensor, "pixel level"]]:
    """log p of each count, in nats: the best of each law, per pixel.

    `k` holds only pixels that vary; the categorical is `shares`.
    """
    seen = shares(k, levels)
    mean = k.double().mean(0) / levels
    logits = mean.logit()[None]
    geometric = TruncatedGeometric(levels)
    slope = slope_with_mean(geometric, logits)
    return {
        "binomial": Binomial(levels).table(logits[..., None])[0],
        "truncated-geometric": geometric.table(slope[..., None])[0],
        "beta-binomial": beta_binomial(seen),
        "categorical": seen.log(),
    }


def nats(
    seen: Float[Tensor, "pixel level"],
    table: Float[Tensor, "pixel level"],
) -> Float[Tensor, " pixel"]:
    """Mean cost of a pixel; what never comes costs nothing."""
    return -torch.where(seen > 0, seen * table, 0).sum(-1)


def dispersion(k: Float[Tensor, "image pixel"], levels: int) -> float:
    """Variance of the counts over that of independent tosses."""
    m = k.mean(0) / levels
    tossed = levels * m * (1 - m)
    return (k.var(0, correction=0).sum() / tossed.sum()).item()


def fits(k: Float[Tensor, "image pixel"], levels: int) -> dict:
    """Nats per image of each law, and the pixel that tosses miss most.

    On the images that it was fitted to; `row` and `column` count
    from 1 in a square image.
    """
    at = varying(k).nonzero().flatten()
    varied = k[:, at].double()
    seen, each = shares(varied, levels), tables(varied, levels)
    costs = {name: nats(seen, table) for name, table in each.items()}
    worst = (costs["binomial"] - costs["categorical"]).argmax()
    ratios = [dispersion(one[:, None], levels) for one in varied.T]
    row, column = divmod(int(at[worst]), math.isqrt(k.shape[1]))
    return {
        "nats": {
            name: cost.sum().item() for name, cost in costs.items()
        },
        "uniform": k.shape[1] * math.log(levels + 1),
        "dispersion": dispersion(varied, levels),
        "dispersions": (min(ratios), max(ratios)),
        "pixel": {n: t[worst].exp().tolist() for n, t in each.items()},
        "row": row + 1,
        "column": column + 1,
        "images": len(k),
        "levels": levels,
        "still": k.shape[1] - len(at),
    }
