"""Trainings around the collapse, and how much code each has."""

from math import log
from statistics import fmean

import torch
from torch.distributions import kl_divergence

from snippets import sweeps
from snippets.experiments import recorded
from snippets.experiments.linear import Linear
from snippets.frontier import squared_error
from snippets.measures.spectrum import eigenvalues_of
from snippets.scores import scores
from snippets.vae.dataset import load
from snippets.vae.evaluation import ACTIVE
from snippets.vae.training import Run
from snippets.weights import trained

SWEEPS = {
    "digits": {
        v: sweeps.gaussian_digits(v) for v in sweeps.DIGIT_VARIANCES
    },
    "mnist_5k": {
        v: sweeps.gaussian_small(v) for v in sweeps.MNIST_VARIANCES
    },
}
LINEAR = {
    data: {
        v: [Linear(v, data=data, seed=s) for s in sweeps.SEEDS]
        for v in sweep
    }
    for data, sweep in SWEEPS.items()
}
# A latent with s^2 = 0.99 and mean variance 0.01 costs this, in nats.
PRICE = -log(1 - ACTIVE) / 2


@torch.no_grad()
def in_use(run: Run) -> dict[str, int]:
    """Latents, and directions of the code, above the threshold.

    `latents` counts posterior means whose variance over the test
    images exceeds it, `priced` latents that cost more than a used
    one must, `directions` eigenvalues of their covariance.
    """
    model = trained(run).model
    posterior = model.posterior(load(run.data).images("test", run.view))
    covariance = torch.cov(posterior.loc.T.double())
    costs = kl_divergence(posterior, model.prior()).mean(0)
    return {
        "latents": int((covariance.diagonal() > ACTIVE).sum()),
        "priced": int((costs > PRICE).sum()),
        "directions": int(
            (torch.linalg.eigvalsh(covariance) > ACTIVE).sum()
        ),
    }


@torch.no_grad()
def training_loss(run: Run) -> float:
    """On the training images, without D/2 log(2 pi variance)."""
    model = trained(run).model
    x = load(run.data).images("train", run.view)
    costs = kl_divergence(model.posterior(x), model.prior())
    error = x.shape[1] * squared_error(model, x)
    return error / (2 * run.variance) + float(costs.sum(1).mean())


def of_networks(runs: list[Run]) -> dict[str, list]:
    """Counts, rate and error; the loss on the training images."""
    each = [in_use(run) | {"loss": training_loss(run)} for run in runs]
    counts = {name: [one[name] for one in each] for name in each[0]}
    return counts | scores(runs)


def of_linear(runs: list[Linear]) -> dict[str, list]:
    """Latents in use by two measures; rate, loss, its slope."""
    each = [recorded(run) for run in runs]
    return {
        "latents": [int((r["spread"] > ACTIVE).sum()) for r in each],
        "priced": [int((r["rates"] > PRICE).sum()) for r in each],
        "rate": [float(r["rates"].sum()) for r in each],
        "loss": [float(r["loss"]) for r in each],
        "slope": [float(r["slope"]) for r in each],
    }


def spectra() -> dict[str, list]:
    """Eigenvalues of both data sets, the largest first."""
    return {data: eigenvalues_of(data).tolist() for data in SWEEPS}


def edge(
    network: dict[float, dict], counted: str = "directions"
) -> tuple[float, float]:
    """The largest variance in use, and the least above that is not.

    In use: most starts have one of what is counted.
    """
    shares = {
        v: fmean(count > 0 for count in each[counted])
        for v, each in network.items()
    }
    last = max(v for v, share in shares.items() if share > 1 / 2)
    gone = [v for v, share in shares.items() if v > last and not share]
    return last, min(gone)


def check(found: dict) -> None:
    """Raises ValueError where the page would say what is not so."""
    for data, sweep in found["linear"].items():
        for v, each in sweep.items():
            counts = {*each["latents"], *each["priced"]}
            if counts != {found["foretold"][data][v]["count"]}:
                raise ValueError(
                    f"{data}, variance {v}: {counts} latents, not as"
                    " predicted; the page says they agree: rewrite it"
                )
