"""The bound in a model so small that the evidence can be computed."""

import torch
from jaxtyping import Float
from numpy.polynomial.hermite_e import hermegauss
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
PRIOR = Normal(0.0, 1.0)
MEANS = torch.arange(49).double() / 20
SCALES = torch.arange(10, 65).double() / 50
MARKED = 10  # the q whose gap is labelled
DRAWS = 10_000

# Two ways to integrate: chosen points for means, and thin strips.
POINTS, SHARES = map(torch.tensor, hermegauss(200))
SHARES = SHARES / SHARES.sum()
STEP = 1 / 32
Z = torch.arange(-10, 10 + STEP, STEP).double()


# --8<-- [start:toy]
def log_likelihood(z: Tensor, x: Tensor = X) -> Tensor:
    """log p(x|z) for each z: one logit a pixel, a line in z."""
    logits = z[..., None] * SLOPES + OFFSETS
    return Bernoulli().log_prob(x, logits[..., None])


def log_joint(z: Float[Tensor, "*at"]) -> Float[Tensor, "*at"]:
    """log p(x|z) + log p(z)."""
    return log_likelihood(z) + PRIOR.log_prob(z)


def log_evidence(x: Float[Tensor, " pixel"] = X) -> float:
    """log p(x) in nats: the mean of p(x|z) under the prior."""
    return (log_likelihood(POINTS, x).exp() @ SHARES).log().item()


def log_weight(q: Normal, noise: Tensor) -> Float[Tensor, "*q draw"]:
    """log p(x|z) + log p(z) - log q(z) at z = mean + scale noise."""
    z = q.loc + q.scale * noise
    return log_joint(z) - q.log_prob(z)


def bound(q: Normal) -> Float[Tensor, "*q"]:
    """The mean log weight under q, in nats."""
    return log_weight(q, POINTS) @ SHARES


def gap(q: Normal) -> Float[Tensor, "*q"]:
    """KL(q || true posterior) in nats, all of it by strips."""
    joint = log_joint(Z)
    log_posterior = joint - (joint.exp().sum() * STEP).log()
    log_q = q.log_prob(Z)
    inside = log_q.exp() * (log_q - log_posterior)
    return inside.sum(-1) * STEP


# --8<-- [end:toy]
def best_scales() -> tuple[Tensor, Tensor]:
    """For each mean of q the highest bound, and where it lies."""
    q = Normal(MEANS[:, None, None], SCALES[:, None])
    bounds, where = bound(q).max(-1)
    return bounds, SCALES[where]


def measure() -> dict:
    """The curve of the bound, its gaps, and the noise of one draw."""
    bounds, scales = best_scales()
    best, evidence = int(bounds.argmax()), log_evidence()
    noise = torch.randn(DRAWS, generator=seeded(0), dtype=Z.dtype)
    singly = log_weight(Normal(MEANS[best], scales[best]), noise)
    return {
        "means": MEANS.tolist(),
        "bounds": bounds.tolist(),
        "gaps": gap(Normal(MEANS[:, None], scales[:, None])).tolist(),
        "evidence": evidence,
        "best": best,
        "marked": MARKED,
        "best_scale": scales[best].item(),
        "draw_mean": singly.mean().item(),
        "draw_deviation": singly.std().item(),
        "above": (singly > evidence).double().mean().item(),
    }


def words(found: dict) -> dict[str, str]:
    """The gap where q is best, and how exactly it is the KL."""
    best, evidence = found["best"], found["evidence"]
    pairs = zip(found["bounds"], found["gaps"], strict=True)
    off = max(abs(evidence - bound - gap) for bound, gap in pairs)
    error = found["draw_deviation"] / DRAWS**0.5
    whole = {"pixels": len(X), "points": len(POINTS), "draws": DRAWS}
    whole |= {"above": 100 * found["above"], "latents": MNIST.latents}
    return {
        **{name: fixed(count, 0) for name, count in whole.items()},
        "best_gap": fixed(found["gaps"][best], 3),
        "best_mean": fixed(found["means"][best]),
        "best_scale": fixed(found["best_scale"]),
        "off": power(off),
        "draw_mean": fixed(found["draw_mean"], 3),
        "draw_error": fixed(error, 3),
        "draw_deviation": fixed(found["draw_deviation"]),
        "bound_exact": fixed(found["bounds"][best], 3),
        "grid": power(10.0**MNIST.latents),
    }
