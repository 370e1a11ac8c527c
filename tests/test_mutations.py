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
}


def test_without_a_slip_the_same_tests_pass(copy):
    files = sorted({slip.tests for slip in SLIPS.values()})
    status, said = copy.run("pytest", "--quiet", *files)
    assert status == 0, said


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_makes_a_test_fail(copy, name):
    slip = SLIPS[name]
    copy.edit(slip.file, slip.right, slip.wrong)
    status, said = copy.run("pytest", "--quiet", slip.tests)
    # 1: tests failed. A file that cannot be imported would give 2.
    assert status == 1, said
    assert " failed" in said
