"""What the base promises: sums over pixels, and refused data."""

from itertools import product

import pytest
import torch

from snippets.vae.families import FAMILIES, likelihood
from snippets.vae.likelihood import OutOfSupport

NAN = float("nan")
INF = float("inf")
OUTSIDE = {
    "binary": [-1.0, 0.37, 1 + 1e-6, 2.0, NAN],
    "grey": [-1e-6, 1 + 1e-6, 16.0, NAN],
    "counts": [-1.0, 0.5, 15.999, 17.0, NAN],
    "real": [-INF, INF, NAN],
}
INSIDE = {
    "binary": [0.0, 1.0],
    "grey": [0.0, 0.37, 1.0],
    "counts": [0.0, 1.0, 16.0],
    "real": [-3.0, 0.37, 16.0],
}
REFUSED = [
    (name, value)
    for name, family in FAMILIES.items()
    for value in OUTSIDE[family.support]
]


def score(name: str, values: list[float]) -> torch.Tensor:
    law = likelihood(name, 16, 0.5).eval()
    x = torch.tensor([values])
    decoded = torch.zeros(1, len(values), law.parameters_per_pixel)
    return law.log_prob(x, decoded)


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_data_out_of_support_are_refused(name, value):
    inside = INSIDE[FAMILIES[name].support]
    with pytest.raises(OutOfSupport):
        score(name, [*inside, value])


@pytest.mark.parametrize("name", FAMILIES)
def test_data_in_support_are_scored(name):
    inside = INSIDE[FAMILIES[name].support]
    assert score(name, inside).isfinite().all()


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_the_refusal_is_one_line_with_the_value(name, value):
    with pytest.raises(OutOfSupport) as caught:
        score(name, [value])
    assert "\n" not in str(caught.value)
    found = str(caught.value).split()[2]
    assert float(found) == pytest.approx(value, nan_ok=True)


def test_grey_values_are_sent_to_the_expected_bernoulli():
    with pytest.raises(OutOfSupport, match=r"0\.37.*'expected-bern"):
        score("bernoulli", [0.370000005])


def test_a_refused_count_names_the_largest_one():
    with pytest.raises(OutOfSupport, match="whole number from 0 to 16"):
        score("binomial", [17.0])


@pytest.mark.equation("eq:likelihood-product")
@pytest.mark.parametrize("name", FAMILIES)
def test_an_image_scores_the_sum_of_its_pixels(name):
    values = INSIDE[FAMILIES[name].support]
    singly = sum(score(name, [value]) for value in values)
    torch.testing.assert_close(score(name, values), singly)


@pytest.mark.parametrize(
    ("name", "images"), list(product(FAMILIES, (1, 3)))
)
def test_a_batch_has_one_score_an_image(name, images):
    law = likelihood(name, 16, 0.5)
    decoded = torch.zeros(images, 5, law.parameters_per_pixel)
    assert law.log_prob(torch.zeros(5), decoded).shape == (images,)
