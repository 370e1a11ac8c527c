"""What holds for every likelihood, whatever its family."""

import pytest
import torch

from snippets.vae.families import FAMILIES, likelihood

every_family = pytest.mark.parametrize("name", FAMILIES)


def build(name):
    return likelihood(name, 16, 0.25)


def decode(law, images, pixels):
    g = torch.Generator().manual_seed(6)
    shape = (images, pixels, law.parameters_per_pixel)
    return 2 * torch.randn(shape, generator=g)


@every_family
def test_a_sample_axis_equals_the_loop(name):
    law = build(name).eval()
    g = torch.Generator().manual_seed(1)
    decoded = decode(law, 12, 5).unflatten(0, (3, 4))
    x = law.sample(decoded[0], g)
    loop = torch.stack([law.log_prob(x, one) for one in decoded])
    torch.testing.assert_close(law.log_prob(x, decoded), loop)


@every_family
def test_one_seed_gives_one_sample(name):
    law = build(name)
    decoded = torch.zeros(4, 5, law.parameters_per_pixel)
    first = law.sample(decoded, torch.Generator().manual_seed(7))
    again = law.sample(decoded, torch.Generator().manual_seed(7))
    assert torch.equal(first, again)


@every_family
def test_another_seed_gives_another_sample(name):
    law = build(name)
    decoded = torch.zeros(9, 9, law.parameters_per_pixel)
    first = law.sample(decoded, torch.Generator().manual_seed(7))
    other = law.sample(decoded, torch.Generator().manual_seed(8))
    assert not torch.equal(first, other)


@every_family
def test_samples_are_in_the_support(name):
    law = build(name)
    g = torch.Generator().manual_seed(2)
    law.check(law.sample(decode(law, 50, 40), g))


@every_family
def test_samples_average_to_the_mean(name):
    law = build(name)
    decoded = decode(law, 1, 40)
    g = torch.Generator().manual_seed(3)
    drawn = law.sample(decoded.expand(2000, -1, -1), g)
    off = drawn.mean(0) - law.mean(decoded)
    error = drawn.std(0) / 2000**0.5
    assert (off.abs() <= 5 * error + 1e-5).all()


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(ValueError, match=r"'bernuli'.*bernoulli") as e:
        likelihood("bernuli", 16, 0.5)
    assert "\n" not in str(e.value)


@every_family
def test_a_name_builds_its_family(name):
    assert type(build(name)) is FAMILIES[name]


@every_family
def test_counts_alone_take_the_levels(name):
    law = likelihood(name, 7, 0.25)
    assert law.levels == (7 if law.support == "counts" else 1)


def test_the_gaussian_takes_the_variance():
    assert build("gaussian").variance == 0.25


def test_each_support_has_its_families():
    found = {name: law.support for name, law in FAMILIES.items()}
    assert found == {
        "bernoulli": "binary",
        "expected-bernoulli": "grey",
        "continuous-bernoulli": "grey",
        "gaussian": "real",
        "learned-gaussian": "real",
        "optimal-gaussian": "real",
        "pixel-gaussian": "real",
        "binomial": "counts",
        "truncated-geometric": "counts",
        "beta-binomial": "counts",
        "categorical": "counts",
        "discretised-gaussian": "counts",
        "discretised-logistic": "counts",
    }
