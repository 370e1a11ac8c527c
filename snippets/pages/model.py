"""What flows through a trained network, and how many weights it has."""

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.distributions import kl_divergence

from snippets.figures.model import draw
from snippets.scores import first_of_each_digit
from snippets.sweeps import MNIST, cross_entropy
from snippets.vae.dataset import load
from snippets.vae.evaluation import ACTIVE, active_units
from snippets.vae.model import VAE
from snippets.vae.training import Run, untrained
from snippets.weights import trained
from snippets.words import fixed, spread

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = (*cross_entropy(),)
DIGIT = 3
SHARE = 0.95
NETWORKS = {"question": Run(), "here": MNIST}


def latent_rates(model: VAE) -> Float[Tensor, " latent"]:
    """Nats per test image that each latent costs, on average."""
    posterior = model.posterior(load(MNIST.data).images("test", "grey"))
    return kl_divergence(posterior, model.prior()).mean(0)


def carriers(rates: Float[Tensor, " latent"]) -> tuple[int, float]:
    """The fewest latents that make up SHARE; their exact share."""
    together = rates.sort(descending=True).values.cumsum(0)
    shares = together / together[-1]
    few = int((shares < SHARE).sum()) + 1
    return few, shares[few - 1].item()


def flow(model: VAE) -> dict:
    """One image on its way; latents in the order of their rates."""
    x = first_of_each_digit()[[DIGIT]]
    posterior = model.posterior(x)
    decoded = model.decode(posterior.loc)
    order = latent_rates(model).argsort(descending=True)
    return {
        "x": x.reshape(28, 28).numpy(),
        "m": model.likelihood.mean(decoded).reshape(28, 28).numpy(),
        "loc": posterior.loc[0, order].tolist(),
        "scale": posterior.scale[0, order].tolist(),
        "lowest": decoded.min().item(),
        "highest": decoded.max().item(),
    }


def sizes(network: nn.Sequential) -> list[int]:
    """How many numbers go in, lie between, and come out."""
    layers = [one for one in network if isinstance(one, nn.Linear)]
    return [layers[0].in_features, *(o.out_features for o in layers)]


def counted(model: VAE) -> dict:
    """Sizes of both halves, and the number of weights."""
    return {
        "encoder": sizes(model.encoder),
        "decoder": sizes(model.decoder),
        "weights": sum(each.numel() for each in model.parameters()),
    }


def saturates(kind: torch.dtype) -> float:
    """The least logit, to 0.01, whose sigmoid is rounded to 1."""
    logits = torch.arange(0, 40, 0.01, dtype=torch.float64)
    return logits[logits.to(kind).sigmoid() == 1][0].item()


def measure() -> dict:
    """One image's way, the rates of latents, sizes, one rounding."""
    models = [trained(run).model for run in RUNS]
    tested = load(MNIST.data).images("test", "grey")
    rates = [latent_rates(model) for model in models]
    few, carried = zip(*map(carriers, rates), strict=True)
    networks = {n: counted(untrained(r)) for n, r in NETWORKS.items()}
    return {
        **flow(models[0]),
        **networks,
        "rates": [each.sum().item() for each in rates],
        "active": [active_units(model, tested) for model in models],
        "carriers": few,
        "carried": carried[0],
        "saturates": saturates(torch.float32),
    }


def words(found: dict) -> dict[str, str]:
    """Sizes, shares, and the ends of one image's logits."""
    said = {
        "pixels": str(found["here"]["encoder"][0]),
        "latents": str(MNIST.latents),
        "twice": str(2 * MNIST.latents),
        "share": fixed(100 * SHARE, 0),
        "carriers_first": str(found["carriers"][0]),
        "carriers": spread(found["carriers"], 1),
        "active": spread(found["active"], 1),
        "threshold": f"{ACTIVE:g}",
        "rate": spread(found["rates"], 1),
        "narrowest": fixed(min(found["scale"]), 2),
        "widest": fixed(max(found["scale"]), 2),
        "lowest": fixed(found["lowest"], 1),
        "highest": fixed(found["highest"], 1),
        "saturates": fixed(found["saturates"], 2),
        "seeds": str(len(RUNS)),
    }
    for name in NETWORKS:
        chain = found[name]
        said[f"{name}_weights"] = fixed(chain["weights"], 0)
        for half in ("encoder", "decoder"):
            arrows = " → ".join(str(size) for size in chain[half])
            said[f"{name}_{half}"] = arrows
    return said
