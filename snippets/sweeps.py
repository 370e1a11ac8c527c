"""Runs that several pages share, so that nothing is trained twice."""

from dataclasses import replace

from snippets.vae.dataset import load
from snippets.vae.training import Run

SEEDS = (0, 1, 2, 3, 4)

# Narrower and trained for less long than the network of the question:
# 28 x 28 pixels, and still many trainings in the time of one build.
MNIST = Run(data="mnist_5k", hidden=(200, 200), latents=20, epochs=20)
# Two latents can be drawn as a map, and learn more slowly.
MAP = replace(MNIST, latents=2, epochs=40)
DIGITS = Run(data="digits", hidden=(200, 200), latents=8, epochs=100)

PIXELS = 28 * 28
PICTURES = {"mnist_5k": "MNIST images", "digits": "images of digits"}
PIXEL_KINDS = {
    "counts": "pixels that count 0 to {levels}",
    "grey": "grey pixels",
    "threshold": "pixels cut to 0 or 1",
    "once": "pixels tossed to 0 or 1 once",
    "afresh": "pixels tossed to 0 or 1 anew in each epoch",
}

VARIANCES = (1.0, 1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32)


def over_seeds(run: Run, seeds: tuple[int, ...] = SEEDS) -> list[Run]:
    """The same settings from several starts."""
    return [replace(run, seed=seed) for seed in seeds]


def gaussian(variance: float, count: int = len(SEEDS)) -> list[Run]:
    """Squared error read as a Gaussian of this variance."""
    run = replace(MNIST, likelihood="gaussian", variance=variance)
    return over_seeds(run, SEEDS[:count])


def cross_entropy() -> list[Run]:
    """The loss of the question, on grey pixels."""
    return over_seeds(MNIST)


def binary(view: str = "threshold") -> list[Run]:
    """The same network on pixels that `view` makes 0 or 1."""
    return over_seeds(replace(MNIST, likelihood="bernoulli", view=view))


def latent_map(likelihood: str) -> list[Run]:
    """Two latents, pixels cut to 0 or 1, one prior, any likelihood."""
    run = replace(MAP, view="threshold", likelihood=likelihood)
    return over_seeds(run)


def digits(likelihood: str, view: str) -> list[Run]:
    """Small images whose pixels count 0 to 16."""
    return over_seeds(replace(DIGITS, likelihood=likelihood, view=view))


def setting(run: Run) -> str:
    """What a caption says of a run, from its own settings."""
    data = load(run.data)
    sizes = (data.side**2, *run.hidden, run.latents)
    network = "-".join(str(size) for size in sizes)
    pixels = PIXEL_KINDS[run.view].format(levels=data.levels)
    return (
        f"Network {network}, {run.epochs} epochs on"
        f" {len(data.train.counts):,} {PICTURES[run.data]} with"
        f" {pixels}."
    )


# One hidden layer and 1,200 steps on either data set: cheap enough
# to train at many variances, with more latents than most of them use.
FEW_STEPS = {"latents": 32, "batch": 50, "learning_rate": 3e-3}
SMALL_DIGITS = Run(data="digits", hidden=(64,), epochs=60, **FEW_STEPS)
SMALL_MNIST = Run(data="mnist_5k", hidden=(32,), epochs=15, **FEW_STEPS)
# None within 2 % of an eigenvalue of the training images' covariance.
DIGIT_VARIANCES = (
    *(1.0, 0.8, 0.65, 1 / 2, 0.35),
    *(1 / 4, 0.17, 0.095, 0.045, 0.021),
)
MNIST_VARIANCES = (6.0, 4.5, 3.6, 2.7, 2.0, 1.0, 0.515, 0.375)


def gaussian_digits(variance: float) -> list[Run]:
    """Squared error of this variance on small images."""
    run = replace(SMALL_DIGITS, likelihood="gaussian")
    return over_seeds(replace(run, variance=variance))


def gaussian_small(variance: float) -> list[Run]:
    """The same on MNIST, with a small network."""
    run = replace(SMALL_MNIST, likelihood="gaussian")
    return over_seeds(replace(run, variance=variance))


def noise(likelihood: str) -> list[Run]:
    """A Gaussian whose variance is learned, or the best for a batch."""
    return over_seeds(replace(MNIST, likelihood=likelihood))


def cross_entropy_digits() -> list[Run]:
    """The loss of the question, on small images."""
    return over_seeds(SMALL_DIGITS)
