"""What the reference says of errors is what happens."""

import pytest
import torch

from snippets.choose.reading import read
from snippets.choose.table import Refused
from snippets.measures.reductions import implied_variance
from snippets.vae.dataset import load, see, seeded
from snippets.vae.elbo import standard_noise
from snippets.vae.evaluation import bits_per_pixel
from snippets.vae.families import FAMILIES, likelihood
from snippets.vae.families.gaussian import Gaussian, LearnedGaussian
from snippets.vae.families.optimal_gaussian import OptimalGaussian
from snippets.vae.families.pixel_gaussian import PixelGaussian
from snippets.vae.likelihood import OutOfSupport
from snippets.vae.model import VAE, perceptron

COUNTS = torch.zeros(1, 4, dtype=torch.uint8)


def sizes(**changed):
    given = {"pixels": 4, "latents": 2, "batch": 3}
    return implied_variance("sum", "sum", **{**given, **changed})


@pytest.mark.parametrize(
    ("error", "call"),
    [
        (ValueError, lambda: load("none")),
        (ValueError, lambda: see(COUNTS, 1, "none", seeded(0))),
        (AttributeError, lambda: load("digits").images("all", "grey")),
        (ValueError, lambda: seeded(2**64)),
        (ValueError, lambda: likelihood("none", 1, None)),
        (ValueError, lambda: likelihood("gaussian", 1, None)),
        (ValueError, lambda: likelihood("binomial", 0, None)),
        (ValueError, lambda: Gaussian(0.0)),
        (ValueError, lambda: LearnedGaussian(0.0)),
        (ValueError, lambda: OptimalGaussian(0.0)),
        (ValueError, lambda: PixelGaussian(0.0)),
        (ValueError, lambda: FAMILIES["discretised-logistic"](9, 0.0)),
        (RuntimeError, lambda: standard_noise(-1, 2, seeded(0))),
        (ZeroDivisionError, lambda: bits_per_pixel(1.0, 0)),
        (ValueError, lambda: sizes(pixels=0)),
        (ValueError, lambda: sizes(rate_weight=0.0)),
        (Refused, lambda: read("nowhere.npy")),
    ],
)
def test_bad_input_ends_as_the_reference_says(error, call):
    with pytest.raises(error):
        call()


@pytest.mark.parametrize("name", FAMILIES)
def test_a_value_out_of_its_support_is_refused(name):
    law = likelihood(name, 16, 0.5)
    decoded = torch.zeros(1, 3, law.parameters_per_pixel)
    x = torch.full((1, 3), float("nan"))
    with pytest.raises(OutOfSupport):
        law.log_prob(x, decoded)


def test_images_of_another_size_do_not_fit_the_network():
    model = VAE(4, (3,), 2, likelihood("bernoulli", 1, None))
    with pytest.raises(RuntimeError):
        model.posterior(torch.zeros(1, 5))


def test_a_perceptron_without_two_sizes_has_no_layer():
    assert len(perceptron(())) == len(perceptron((3,))) == 0
