"""The bound in a model so small that the evidence can be computed."""

import math

import torch
from jaxtyping import Float
from torch import Tensor
from torch.distributions import Normal

from snippets.figures.elbo import draw
from snippets.sweeps import MNIST
from snippets.vae.dataset import seeded
from snippets.vae.families import Bernoulli
from snippets.words import fixed, power

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = ()

# Four pixels, all of them ink, each likelier where z is larger.
X = torch.ones(4).double()
SLOPES = torch.tensor([2.0, 3.0, 4.0, 6.0]).double()
OFFSETS = torch.tensor([-2.0, -1.0, 0.0, 1.0]).double()
STEP = 1 / 32
Z = torch.arange(-10, 10 + STEP, STEP).double()
PRIOR = Normal(0.0, 1.0)
MEANS = torch.arange(49).double() / 20
SCALES = torch.arange(10, 65).double() / 50
MARKED = 10  # the q whose gap is labelled
DRAWS = 10_000


# --8<-- [start:toy]
def log_joint(
    z: Float[Tensor, "*at"], x: Float[Tensor, " pixel"] = X
) -> Float[Tensor, "*at"]:
    """log p(x|z) + log p(z): one logit a pixel, a line in z."""
    logits = z[..., None] * SLOPES + OFFSETS
    log_likelihood = Bernoulli().log_prob(x, logits[..., None])
    return log_likelihood + PRIOR.log_prob(z)


def integral(f: Float[Tensor, "*q z"]) -> Float[Tensor, "*q"]:
    """The area under `f`, known on the grid Z, by thin strips."""
    return f.sum(-1) * STEP


def log_evidence(x: Float[Tensor, " pixel"] = X) -> float:
    """log p(x) in nats: all latents counted, none sampled."""
    return integral(log_joint(Z, x).exp()).log().item()


def bound(q: Normal) -> Float[Tensor, "*q"]:
    """E_q[log p(x|z) + log p(z) - log q(z)], in nats."""
    log_q = q.log_prob(Z)
    return integral(log_q.exp() * (log_joint(Z) - log_q))


def gap(q: Normal) -> Float[Tensor, "*q"]:
    """KL(q || true posterior) in nats, by its definition."""
    log_q = q.log_prob(Z)
    log_posterior = log_joint(Z) - log_evidence()
    return integral(log_q.exp() * (log_q - log_posterior))


# --8<-- [end:toy]
def best_scales() -> tuple[Tensor, Tensor]:
    """For each mean of q the highest bound, and where it lies."""
    q = Normal(MEANS[:, None, None], SCALES[:, None])
    bounds, where = bound(q).max(-1)
    return bounds, SCALES[where]


def single_draws(q: Normal) -> Float[Tensor, " draw"]:
    """What the bound looks like from one z each, in nats."""
    noise = torch.randn(DRAWS, generator=seeded(0), dtype=Z.dtype)
    z = q.loc + q.scale * noise
    return log_joint(z) - q.log_prob(z)


def measure() -> dict:
    """The curve of the bound, its gaps, and the noise of one draw."""
    bounds, scales = best_scales()
    gaps = gap(Normal(MEANS[:, None], scales[:, None]))
    best = int(bounds.argmax())
    singly = single_draws(Normal(MEANS[best], scales[best]))
    return {
        "means": MEANS.tolist(),
        "bounds": bounds.tolist(),
        "gaps": gaps.tolist(),
        "evidence": log_evidence(),
        "best": best,
        "marked": MARKED,
        "best_scale": scales[best].item(),
        "draw_mean": singly.mean().item(),
        "draw_deviation": singly.std().item(),
    }


def words(found: dict) -> dict[str, str]:
    """The gap where q is best, and how exactly it is the KL."""
    best, evidence = found["best"], found["evidence"]
    pairs = zip(found["bounds"], found["gaps"], strict=True)
    off = max(abs(evidence - bound - gap) for bound, gap in pairs)
    spread = found["draw_deviation"]
    return {
        "pixels": str(len(X)),
        "best_gap": fixed(found["gaps"][best], 3),
        "best_mean": fixed(found["means"][best]),
        "best_scale": fixed(found["best_scale"]),
        "off": power(10 * (off or torch.finfo(Z.dtype).eps)),
        "draws": fixed(DRAWS, 0),
        "draw_mean": fixed(found["draw_mean"], 3),
        "draw_error": fixed(spread / math.sqrt(DRAWS), 3),
        "draw_deviation": fixed(spread),
        "bound_exact": fixed(found["bounds"][best], 3),
        "latents": str(MNIST.latents),
        "grid": power(10.0**MNIST.latents),
    }
