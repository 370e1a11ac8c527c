"""Whether a probability is as often right as it says."""

import torch
from torch import Tensor

from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import reparametrise, standard_noise
from snippets.vae.training import Run
from snippets.weights import trained

BINS = 10


def logits_of(run: Run) -> tuple[Tensor, Tensor]:
    """Test images x, and the logits at one z ~ q(z|x) of each."""
    model = trained(run).model
    x = load(run.data).images("test", run.view)
    noise = standard_noise(len(x), run.latents, seeded(0))
    z = reparametrise(model.posterior(x), noise)
    return x, model.decode(z).squeeze(-1)


def calibration(run: Run) -> dict[str, list[float]]:
    """In ten bins of m: its mean, and the share of ink in x."""
    x, logits = logits_of(run)
    m = logits.sigmoid()
    place = (m * BINS).long().clamp(max=BINS - 1).flatten()
    count = torch.bincount(place, minlength=BINS)
    share = count / count.sum()
    said = torch.bincount(place, m.flatten(), BINS) / count
    seen = torch.bincount(place, x.flatten(), BINS) / count
    each = {"said": said, "seen": seen, "share": share}
    return {name: values.tolist() for name, values in each.items()}


def worst(calibration: dict[str, list[float]]) -> float:
    """The largest distance between what was said and what was seen."""
    both = zip(calibration["said"], calibration["seen"], strict=True)
    return max(abs(said - seen) for said, seen in both)
