"""A slip that people make with this loss is caught by a test."""

from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Slip:
    """One edit of the code, and the tests that must notice it."""

    file: str
    right: str
    wrong: str
    tests: str


FAMILIES = "snippets/vae/families"
GAUSSIAN = "squared_error_is_a_gaussian"
NOT_MSE = f"snippets/why_not_mse/{GAUSSIAN}"
SLIPS = {
    "the arguments of the cross-entropy are swapped": Slip(
        "snippets/why_bernoulli/cross_entropy_is_bernoulli.py",
        "(x * m.log() + (1 - x) * (1 - m).log())",
        "(m * x.log() + (1 - m) * (1 - x).log())",
        "tests/why_bernoulli/test_cross_entropy_is_bernoulli.py",
    ),
    "the KL loses its minus sign": Slip(
        "snippets/vae/elbo.py",
        "return kl_divergence(posterior, prior).sum(-1)",
        "return -kl_divergence(posterior, prior).sum(-1)",
        "tests/vae/test_elbo_rate.py",
    ),
    "pixels are averaged, not summed": Slip(
        "snippets/vae/likelihood.py",
        "return self.pixel_log_prob(x, decoded).sum(-1)",
        "return self.pixel_log_prob(x, decoded).mean(-1)",
        "tests/vae/test_likelihood.py",
    ),
    "the KL of the question loses its minus sign": Slip(
        "snippets/measures/question.py",
        "return -bracket.sum(-1) / 2",
        "return bracket.sum(-1) / 2",
        "tests/why_bernoulli/test_the_loss_is_minus_the_elbo.py",
    ),
    "m is read as the parameter, not as the mean": Slip(
        "snippets/measures/readings.py",
        "return -logits.sign() * slope",
        "return logits.double()",
        "tests/why_bernoulli/"
        "test_cross_entropy_is_no_grey_density_readings.py",
    ),
    "latents are averaged, not summed": Slip(
        "snippets/vae/elbo.py",
        "return kl_divergence(posterior, prior).sum(-1)",
        "return kl_divergence(posterior, prior).mean(-1)",
        "tests/vae/test_elbo_rate.py",
    ),
    "lambda is read as the mean": Slip(
        f"{FAMILIES}/continuous_bernoulli.py",
        "return 0.5 + series.where(small, closed)",
        "return logits.sigmoid()",
        "tests/vae/families/test_continuous_bernoulli.py",
    ),
    "the half before the squared error is dropped": Slip(
        f"{NOT_MSE}.py",
        "return squared / (2 * variance) + constant",
        "return squared / variance + constant",
        f"tests/why_not_mse/test_{GAUSSIAN}.py",
    ),
    "the half of the implied variance is dropped": Slip(
        "snippets/measures/reductions.py",
        "return b / (2 * a)",
        "return b / a",
        "tests/measures/test_reductions.py",
    ),
    "the squared error is divided by the number of pixels": Slip(
        f"{NOT_MSE}.py",
        "squared = ((x - loc) ** 2).sum(-1)",
        "squared = ((x - loc) ** 2).mean(-1)",
        f"tests/why_not_mse/test_{GAUSSIAN}.py",
    ),
    "a sum over pixels is taken for their mean": Slip(
        "snippets/measures/reductions.py",
        '"sum": lambda parts, images: 1 / images',
        '"sum": lambda parts, images: 1 / (parts * images)',
        "tests/measures/test_reductions.py",
    ),
    "the variance is taken for the scale": Slip(
        f"{FAMILIES}/gaussian.py",
        "scale = self.variance_for(x, loc).sqrt()",
        "scale = self.variance_for(x, loc)",
        "tests/vae/families/test_gaussian.py",
    ),
    "the scale is taken for the variance in a law of bins": Slip(
        "snippets/measures/masses.py",
        "math.log(variance**0.5 - FLOOR)",
        "math.log(variance - FLOOR)",
        "tests/measures/test_masses.py",
    ),
    "a density is scored as a mass": Slip(
        "snippets/measures/masses.py",
        "return inside + width.log() - log_mean_exp(slope)",
        "return inside - log_mean_exp(slope)",
        "tests/measures/test_masses.py",
    ),
    "a grey level costs what its density says": Slip(
        "snippets/measures/units.py",
        "bits_per_pixel(nats, pixels) + math.log2(levels)",
        "bits_per_pixel(nats, pixels)",
        "tests/measures/test_units.py",
    ),
}


def test_without_a_slip_the_same_tests_pass(copy):
    files = sorted({slip.tests for slip in SLIPS.values()})
    status, said = copy.run("pytest", "--quiet", *files)
    assert status == 0, said


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_makes_a_test_fail(copy, name):
    slip = SLIPS[name]
    copy.edit(slip.file, slip.right, slip.wrong)
    status, said = copy.run("pytest", "-x", "--quiet", slip.tests)
    # 1: tests failed. A file that cannot be imported would give 2.
    assert status == 1, said
    assert " failed" in said
