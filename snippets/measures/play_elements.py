"""What each element of the playground is given."""

import torch
from torch import Tensor
from torch.distributions import kl_divergence

from snippets.experiments.priced import Priced, opened
from snippets.measures.int8 import packed, restored, sizes
from snippets.measures.play_networks import (
    BELLS,
    COINS,
    SENTENCE,
    VARIANCE,
    bits,
    held_out,
)
from snippets.measures.spectrum import eigenvalues_of
from snippets.measures.weight_words import BETAS
from snippets.scores import first_of_each_digit
from snippets.sweeps import (
    MNIST,
    PIXELS,
    VARIANCES,
    cross_entropy,
    gaussian,
)
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import standard_noise
from snippets.vae.evaluation import evaluate, reconstructions
from snippets.vae.model import VAE
from snippets.vae.training import Run
from snippets.weights import trained

EACH = 4  # images of a digit on the map
SHOWN = 6  # the digit that the sentence starts with
FAR = (PIXELS / 2, PIXELS / (2 * MNIST.latents))
SWEEP = {v: gaussian(v)[0] for v in (*FAR, *VARIANCES)}
COIN = cross_entropy()[0]
DEARER = {beta: Priced(COIN, beta) for beta in BETAS.values()}
RUNS = (*SWEEP.values(), COIN, *DEARER.values())


def places(each: int) -> list[int]:
    """The first test images of each digit, digit after digit."""
    labels = load(COINS.data).test.labels
    found = [torch.where(labels == d)[0][:each] for d in range(10)]
    return torch.cat(found).tolist()


def posterior(run: Run, x: Tensor) -> dict[str, list]:
    """[image, 2] centres and scales, to four digits."""
    found = trained(run).model.posterior(x)
    pair = {"loc": found.loc, "scale": found.scale}
    return {
        name: [[float(f"{n:.4g}") for n in row] for row in v.tolist()]
        for name, v in pair.items()
    }


def the_map() -> tuple[dict, bytes]:
    """Both decoders, and posteriors and pixels of some images."""
    chosen = places(EACH)
    x = held_out(COINS)[chosen]
    decoders = [trained(run).model.decoder for run in (COINS, BELLS)]
    described = {
        "sizes": sizes(decoders[0]),
        "variance": VARIANCE,
        "digits": load(COINS.data).test.labels[chosen].tolist(),
        "bernoulli": posterior(COINS, x),
        "gaussian": posterior(BELLS, x),
    }
    return described, packed(*decoders) + bits(x)


def noise() -> Tensor:
    """[1, latent]: that of the first z."""
    return standard_noise(1, SENTENCE.latents, seeded(0))


def order(model: VAE, x: Tensor) -> list[int]:
    """The latents by what they add to the rate, the dearest first."""
    rates = kl_divergence(model.posterior(x), model.prior())[0]
    return rates.argsort(descending=True).tolist()


def the_sentence() -> tuple[dict, bytes]:
    """Encoder and decoder, and a test image of each digit."""
    model = trained(SENTENCE).model
    x = held_out(SENTENCE)[places(1)]
    described = {
        "encoder": sizes(model.encoder),
        "decoder": sizes(model.decoder),
        "digits": list(range(10)),
        "shown": SHOWN,
        "noise": noise()[0].tolist(),
        "order": order(restored(model), x[[SHOWN]]),
    }
    return described, packed(model.encoder, model.decoder) + bits(x)


def recorded(model: VAE) -> tuple[Tensor, float]:
    """[digit, 28, 28] reconstructions; the mean rate in nats."""
    seen = reconstructions(model, first_of_each_digit())
    x = load(MNIST.data).images("test", MNIST.view)
    rate = evaluate(model, x).rate.mean().item()
    return seen.reshape(-1, 28, 28), rate


def the_variance() -> tuple[dict, Tensor]:
    """Spectrum and trained models; [row, digit, 28, 28], input first.

    `rows` of the models are their places in the pictures.
    """
    models = {("variance", v): trained(r) for v, r in SWEEP.items()}
    nets = {name: found.model for name, found in models.items()}
    nets["beta", 1.0] = trained(COIN).model
    nets |= {("beta", b): opened(t) for b, t in DEARER.items()}
    seen = [recorded(net) for net in nets.values()]
    rows = [
        {kind: value, "rate": round(rate, 2), "row": place}
        for place, ((kind, value), (_, rate)) in enumerate(
            zip(nets, seen, strict=True), start=1
        )
    ]
    inputs = first_of_each_digit().reshape(-1, 28, 28)
    spectrum = eigenvalues_of(MNIST.data)
    described = {
        "eigenvalues": [float(f"{e:.4g}") for e in spectrum],
        "models": rows,
        "pixels": PIXELS,
        "latents": MNIST.latents,
        "batch": MNIST.batch,
    }
    return described, torch.stack([inputs, *(p for p, _ in seen)])
