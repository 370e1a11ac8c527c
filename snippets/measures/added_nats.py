"""What the misses of a network add to cross-entropy, in nats."""

from jaxtyping import Bool, Float
from torch import Tensor

from snippets.measures.doubt import errors, forecasts, shared
from snippets.measures.rulers import GENERATORS, bregman
from snippets.vae.dataset import load
from snippets.vae.training import Run


def added(run: Run) -> Float[Tensor, "image pixel"]:
    """Divergences of coins, averaged over the draws of z."""
    x = load(run.data).images("test", run.view).double()
    m = forecasts(run).double()
    return bregman(GENERATORS["coins"], x.expand_as(m), m).mean(0)


def over_the_entropy(run: Run) -> dict[str, float]:
    """Nats per image, and the least they could be: twice the SSE."""
    least = 2 * errors(run).double()
    return {
        "added": added(run).sum(-1).mean().item(),
        "least": least.sum(-1).mean().item(),
    }


def split(
    difference: Float[Tensor, "image pixel"],
    above: Bool[Tensor, "image pixel"],
) -> tuple[float, float]:
    """Sums per image over the pixels not above, and above."""
    chosen = above.to(difference)
    parts = (difference * (1 - chosen), difference * chosen)
    low, high = (part.sum(-1).mean().item() for part in parts)
    return low, high


def exchanged(
    one: list[Run], other: list[Run], variance: float
) -> dict[str, list[float]]:
    """Nats that `one` spares where m(1 - m) is low, and pays else."""
    m = shared([*one, *other])
    above = m * (1 - m) > variance
    pairs = zip(one, other, strict=True)
    parts = [split(added(a) - added(b), above) for a, b in pairs]
    return {
        "spared": [-low for low, _ in parts],
        "paid": [high for _, high in parts],
    }
